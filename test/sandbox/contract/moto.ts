import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Subject, subject } from './subject';

const START_MILLISECONDS = 30_000;

export interface MotoServer {
  endpoint: string;
  close(): Promise<void>;
}

/**
 * Starts moto (https://docs.getmoto.org), an emulator in Python; undefined where it is not installed.
 * With AWS's own policies every reset takes it about a second.
 */
export async function startMotoServer(awsPolicies: boolean): Promise<MotoServer | undefined> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = spawn('python3', ['-m', 'moto.server', '-p', String(port)], {
    stdio: 'ignore',
    env: { ...process.env, MOTO_IAM_LOAD_MANAGED_POLICIES: String(awsPolicies) },
  });
  const exited = Promise.race([once(server, 'exit'), once(server, 'error')]);
  if (await answers(endpoint, exited)) return { endpoint, close: () => stop(server) };
  await stop(server);
  return undefined;
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

/** False when the process ends before it answers. */
async function answers(endpoint: string, exited: Promise<unknown>): Promise<boolean> {
  let running = true;
  void exited.then(() => (running = false));
  const deadline = Date.now() + START_MILLISECONDS;
  while (running && Date.now() < deadline) {
    const ready = await fetch(`${endpoint}/moto-api/`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return true;
    await sleep(100);
  }
  return false;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const exit = once(server, 'exit');
  server.kill('SIGTERM');
  await exit;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
