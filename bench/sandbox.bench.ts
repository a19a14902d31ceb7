import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { startMotoServer } from '../test/sandbox/contract/moto';
import { type Row, middle } from './row';

const program = path.resolve(__dirname, '..', '..', 'dist', 'sandbox.js');
const STARTS = 9;
const ROUNDS = 5;
const CALLS = 2000;
const MOTO_CALLS = 200;
const CONNECTIONS = 8;

interface Server {
  url: string;
  milliseconds: number;
  stop(): Promise<void>;
}

/** Starts what ships; the time is that until it has said where it answers. */
async function start(...options: string[]): Promise<Server> {
  const started = performance.now();
  const child = spawn(process.execPath, [program, '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [address] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: address.toString().trim(),
    milliseconds: performance.now() - started,
    async stop() {
      const exit = once(child, 'exit');
      child.kill();
      await exit;
    },
  };
}

/** Calls a second, for the server is one process on one core and this is another. */
async function rate(url: string, body: string, calls: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let left = calls;
  const worker = async () => {
    while (left-- > 0) await call(url, agent, body);
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return calls / seconds;
}

function call(url: string, agent: Agent, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAEXAMPLEEXAMPLE00/20260101/us-east-1/iam/aws4_request',
    };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', resolve);
      if (response.statusCode !== 200) reject(new Error(`HTTP ${response.statusCode ?? 0}`));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function medianRate(url: string, body: string, calls: number): Promise<number> {
  await rate(url, body, calls);
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) rates.push(await rate(url, body, calls));
  return Math.round(middle(rates));
}

const form = (action: string) => `Action=${action}&Version=2010-05-08`;

const USER = '&UserName=bench';
const READ = form('ListUsers');
const WRITE = `${form('TagUser')}${USER}&Tags.member.1.Key=team&Tags.member.1.Value=bench`;

/** Calls a second, reading and writing, on an account with one user. */
async function rates(url: string, calls: number): Promise<{ read: number; write: number }> {
  await rate(url, form('CreateUser') + USER, 1);
  return {
    read: await medianRate(url, READ, calls),
    write: await medianRate(url, WRITE, calls),
  };
}

/** The practice account as a server, beside moto where Python's moto is installed. */
export default async function sandbox(): Promise<Row[]> {
  const starts: number[] = [];
  for (let count = 0; count < STARTS; count++) {
    const server = await start();
    starts.push(server.milliseconds);
    await server.stop();
  }
  const server = await start('--empty');
  const ours = await rates(server.url, CALLS);
  await server.stop();
  const moto = await startMotoServer(false);
  const peer = moto && (await rates(moto.endpoint, MOTO_CALLS));
  await moto?.close();
  return [
    {
      name: 'practice account: start of the server',
      ours: middle(starts),
      unit: 'ms',
      atMost: 500,
    },
    {
      name: 'practice account: ListUsers over HTTP',
      ours: ours.read,
      unit: 'calls/s',
      peer: peer && { name: 'moto', value: peer.read },
      atLeast: 1000,
    },
    {
      name: 'practice account: TagUser over HTTP',
      ours: ours.write,
      unit: 'calls/s',
      peer: peer && { name: 'moto', value: peer.write },
      atLeast: 1000,
    },
  ];
}
