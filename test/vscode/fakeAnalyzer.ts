import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import type { Services } from '../../src/services';

export interface AnalyzerCall {
  path: string;
  body: Record<string, unknown>;
}

export interface AnalyzerAnswer {
  status?: number;
  /** The error's code. */
  error?: string;
  body: object;
}

/** An Access Analyzer on this machine, reached as AWS's own by a profile with an endpoint. */
export class FakeAnalyzer {
  readonly calls: AnalyzerCall[] = [];
  /** Never answers when it gives a promise that stays open. */
  answer: (call: AnalyzerCall) => AnalyzerAnswer | Promise<AnalyzerAnswer> = () => ({
    body: { findings: [] },
  });
  private readonly server: Server;
  private readonly before = {
    config: process.env['AWS_CONFIG_FILE'],
    credentials: process.env['AWS_SHARED_CREDENTIALS_FILE'],
  };
  private folder = '';

  private constructor() {
    this.server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const body = /^\{/.test(text) ? (JSON.parse(text) as Record<string, unknown>) : {};
        const call = { path: request.url ?? '', body };
        // Who calls: asked when a connection is made, and not what the tests are about.
        if (call.path === '/') return response.writeHead(503).end();
        this.calls.push(call);
        void Promise.resolve(this.answer(call)).then(({ status = 200, error, body: answer }) => {
          response.writeHead(status, {
            'content-type': 'application/json',
            ...(error === undefined ? {} : { 'x-amzn-errortype': error }),
          });
          response.end(JSON.stringify(answer));
        });
        return undefined;
      });
    });
  }

  /** Starts it and makes the account behind it the one in use. */
  static async connect({ connections }: Services): Promise<FakeAnalyzer> {
    const fake = new FakeAnalyzer();
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    const { port } = fake.server.address() as AddressInfo;
    fake.folder = await fs.mkdtemp(path.join(os.tmpdir(), 'iam-workbench-analyzer-'));
    const config = path.join(fake.folder, 'config');
    await fs.writeFile(
      config,
      `[profile fake]\nregion = eu-west-1\nendpoint_url = http://127.0.0.1:${port}\naws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = not-verified\n`,
    );
    process.env['AWS_CONFIG_FILE'] = config;
    process.env['AWS_SHARED_CREDENTIALS_FILE'] = path.join(fake.folder, 'credentials');
    await connections.use({ kind: 'profile', id: 'profile:fake', profile: 'fake' });
    return fake;
  }

  async close({ connections }: Services): Promise<void> {
    await connections.disconnect();
    restore('AWS_CONFIG_FILE', this.before.config);
    restore('AWS_SHARED_CREDENTIALS_FILE', this.before.credentials);
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await fs.rm(this.folder, { recursive: true, force: true });
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(process.env, name);
  else process.env[name] = value;
}
