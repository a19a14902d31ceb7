import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { type Subject, subject } from './subject';

export interface MotoServer {
  endpoint: string;
  close(): Promise<void>;
}

/**
 * Starts moto (https://docs.getmoto.org), an emulator in Python; undefined where it is not installed.
 * With AWS's own policies every reset takes it about a second.
 */
export async function startMotoServer(awsPolicies: boolean): Promise<MotoServer | undefined> {
  const server = spawn('python3', ['-m', 'moto.server', '-p', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: String(awsPolicies) },
  });
  const endpoint = await addressOf(server);
  return endpoint === undefined ? undefined : { endpoint, close: () => stop(server) };
}

/** What the server says on its standard error; undefined when it ends before. */
function addressOf(server: ChildProcessByStdio<null, null, Readable>): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = '';
    server.on('error', () => resolve(undefined));
    server.on('exit', () => resolve(undefined));
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
}

/** Moto as a subject of the contract; undefined where it is not installed. */
export async function startMoto(awsPolicies: boolean): Promise<Subject | undefined> {
  const server = await startMotoServer(awsPolicies);
  if (!server) return undefined;
  const { endpoint } = server;
  const reset = async () => {
    await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
  };
  return subject({ endpoint, exactWording: false }, reset, () => server.close());
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const exit = once(server, 'exit');
  server.kill('SIGTERM');
  await exit;
}
