import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Fault } from '../../src/sandbox/sandbox';
import { temporaryFolder } from './server';
import { Workbench } from './workbench';

const root = path.resolve(__dirname, '..', '..', '..');
const CREDENTIAL = 'AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/iam/aws4_request';

/** The practice account as an HTTP server, with a profile that leads to it. */
export class Emulator {
  private constructor(
    readonly endpoint: string,
    readonly stop: () => void,
  ) {}

  static async start(): Promise<Emulator> {
    const server = spawn(process.execPath, [path.join(root, 'dist', 'sandbox.js'), '--port', '0'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const endpoint = await new Promise<string>((resolve, reject) => {
      server.once('error', reject);
      server.stdout.once('data', (data: Buffer) => resolve(String(data).trim()));
    });
    return new Emulator(endpoint, () => void server.kill());
  }

  /** A workbench that is connected to it, by the profile "emulator". */
  openWorkbench(): Promise<Workbench> {
    const config = path.join(temporaryFolder('aws'), 'config');
    const lines = [
      '[profile emulator]',
      `endpoint_url = ${this.endpoint}`,
      'aws_access_key_id = AKIAIOSFODNN7EXAMPLE',
      'aws_secret_access_key = any',
    ];
    fs.writeFileSync(config, `${lines.join('\n')}\n`);
    return Workbench.open({
      settings: { 'iamWorkbench.connection.default': 'profile:emulator' },
      env: { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: `${config}.none` },
    });
  }

  /** Somebody else calls it. */
  async call(action: string, parameters: Record<string, string>): Promise<string> {
    const response = await fetch(this.endpoint, {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${CREDENTIAL}, SignedHeaders=host, Signature=0`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ Action: action, Version: '2010-05-08', ...parameters }),
    });
    const text = await response.text();
    assert.equal(response.status, 200, text);
    return decodeURIComponent(text);
  }

  async addFault(fault: Fault): Promise<void> {
    const body = JSON.stringify(fault);
    const headers = { 'content-type': 'application/json' };
    const path = `${this.endpoint}/_sandbox/faults`;
    const { ok } = await fetch(path, { method: 'POST', headers, body });
    assert.ok(ok);
  }

  async clearFaults(): Promise<void> {
    const { ok } = await fetch(`${this.endpoint}/_sandbox/faults`, { method: 'DELETE' });
    assert.ok(ok);
  }
}
