import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { profileConnection } from '../../src/iam/connection/connection';
import { isIamError } from '../../src/iam/errors';
import type { Connections } from '../../src/services';
import { practiceAccount, run, services } from './workbench';

const root = path.resolve(__dirname, '..', '..', '..');
const ACCOUNT = '444455556666';
const FILES = ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'];

/** The practice account as an HTTP server of another account, as an emulator would be. */
async function startSandbox(): Promise<{ server: ChildProcess; endpoint: string }> {
  const server = spawn(
    process.execPath,
    [path.join(root, 'dist', 'sandbox.js'), '--port', '0', '--account', ACCOUNT],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const endpoint = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.stdout.once('data', (data: Buffer) => resolve(String(data).trim()));
  });
  return { server, endpoint };
}

describe('connections', () => {
  let server: ChildProcess;
  let endpoint: string;
  let folder: string;
  let connections: Connections;
  const kept = { ...process.env };
  const writeConfig = (...profiles: string[]): void => {
    const sections = profiles.map(
      (name) =>
        `[profile ${name}]\nendpoint_url = ${endpoint}\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret-of-${name}\n`,
    );
    fs.writeFileSync(path.join(folder, 'config'), sections.join('\n'));
  };

  before(async () => {
    ({ server, endpoint } = await startSandbox());
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'iam-workbench-test-'));
    process.env.AWS_CONFIG_FILE = path.join(folder, 'config');
    process.env.AWS_SHARED_CREDENTIALS_FILE = path.join(folder, 'credentials');
    ({ connections } = await services());
    await practiceAccount();
  });
  beforeEach(() => writeConfig('emulator'));
  after(async () => {
    for (const name of FILES) {
      if (kept[name] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = kept[name];
    }
    await practiceAccount();
    server.kill();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('go to the endpoint of a profile, chosen from the list', async () => {
    await run('switchConnection', [], { at: 'Switch Connection', pick: 'emulator' });
    const { active } = connections;
    assert.equal(active?.resolved.endpoint, endpoint);
    assert.equal((await active.account.identity()).accountId, ACCOUNT);
  });

  it('keep accounts apart: nothing of one is written under another', async () => {
    await run('switchConnection', [], { pick: 'emulator' });
    const emulator = connections.active?.account;
    await run('createGroup', [], { text: 'OnlyThere' });
    assert.ok(emulator);
    assert.ok(emulator.group('OnlyThere'));
    await connections.use({ kind: 'practice', id: 'practice' });
    await connections.active?.account.load();
    assert.equal(connections.active?.account.group('OnlyThere'), undefined);
    await assert.rejects(emulator.createGroup('TooLate'), isIamError);
  });

  it('refuse every change in read-only mode, before it is sent', async () => {
    await connections.use(profileConnection('emulator'));
    const configuration = vscode.workspace.getConfiguration('iamWorkbench.connection');
    await configuration.update('readOnly', ['emulator'], vscode.ConfigurationTarget.Global);
    try {
      await until(() => connections.active?.resolved.readOnly === true);
      await run('createGroup', [], { text: 'Refused' }, { at: 'read-only', escape: true });
      await connections.active?.account.load();
      assert.equal(connections.active?.account.group('Refused'), undefined);
    } finally {
      await configuration.update('readOnly', undefined, vscode.ConfigurationTarget.Global);
    }
    await until(() => connections.active?.resolved.readOnly === false);
  });

  it('are found in files that change while the window is open', async () => {
    writeConfig('emulator', 'second one');
    const labels = (await connections.available()).map(({ label }) => label);
    assert.deepEqual(
      labels.filter((label) => label !== 'Environment'),
      ['Practice account', 'emulator', 'second one'],
    );
  });

  it('lead to another account when the file says so while they are in use', async () => {
    await connections.use(profileConnection('emulator'));
    const before = connections.active?.account;
    const text = fs.readFileSync(path.join(folder, 'config'), 'utf8');
    fs.writeFileSync(
      path.join(folder, 'config'),
      text.replace(/endpoint_url = .*/, 'endpoint_url = http://127.0.0.1:9'),
    );
    await until(() => connections.active?.resolved.endpoint === 'http://127.0.0.1:9');
    assert.notEqual(connections.active?.account, before);
  });

  it('can be chosen also when the files of AWS cannot be read', async () => {
    fs.rmSync(path.join(folder, 'config'));
    fs.mkdirSync(path.join(folder, 'config'));
    try {
      const { messages } = await run('switchConnection', [], { pick: 'Practice account' });
      assert.match(messages[0] ?? '', /^warning: .*config/);
      assert.equal(connections.active?.resolved.connection.id, 'practice');
    } finally {
      fs.rmdirSync(path.join(folder, 'config'));
    }
  });

  it('say what is missing when a profile is gone', async () => {
    await assert.rejects(connections.use(profileConnection('gone')), /no profile "gone"/);
    assert.ok(connections.active, 'the connection in use stays');
  });

  it('leave no secret in what the workspace remembers', async () => {
    await connections.use(profileConnection('emulator'));
    const { context } = await services();
    const state = context.workspaceState.keys().map((key) => context.workspaceState.get(key));
    assert.ok(!JSON.stringify(state).includes('secret-of'));
  });
});

/** Waits for something that settings bring about, ten seconds at most. */
async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!condition()) {
    assert.ok(Date.now() < deadline, 'it did not come about in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
