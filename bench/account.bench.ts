import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { openSandbox } from '../src/sandbox/index';
import { serveSandbox } from '../src/sandbox/httpServer';
import { largeAccount } from '../src/sandbox/largeAccount';
import type { LoadFigures } from './accountLoad';
import { middle, type Row } from './row';

const RUNS = 7;
const USERS = 5000;
const GROUPS = 300;
const CALL_MILLISECONDS = 50;

async function load(mode: 'ours' | 'peer', url: string): Promise<LoadFigures> {
  const program = path.join(__dirname, 'accountLoad.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, mode, url]);
  return JSON.parse(stdout) as LoadFigures;
}

/** Each load in a fresh process, against an IAM in this one: the first load is what a person waits for. */
export default async function account(): Promise<Row[]> {
  const state = largeAccount(USERS, GROUPS);
  const server = await serveSandbox(await openSandbox({ state, delay: CALL_MILLISECONDS }), 0);
  const ours: LoadFigures[] = [];
  const peer: LoadFigures[] = [];
  for (let run = 0; run < RUNS; run++) {
    ours.push(await load('ours', server.url));
    peer.push(await load('peer', server.url));
  }
  await server.close();
  const medianOf = (figures: LoadFigures[], key: keyof LoadFigures): number =>
    middle(figures.map((each) => each[key]));
  const sdk = (key: keyof LoadFigures) => ({
    name: 'the SDK, page after page',
    value: medianOf(peer, key),
  });
  const row = (name: string, key: keyof LoadFigures, unit: string): Row => ({
    name: `5,000 users, 300 groups, ${CALL_MILLISECONDS} ms a call: ${name}`,
    ours: medianOf(ours, key),
    unit,
    peer: sdk(key),
  });
  return [
    row('first groups shown', 'first', 'ms'),
    row('complete', 'complete', 'ms'),
    { ...row('calls', 'calls', ''), atMost: 10 },
    { ...row('longest block of the event loop', 'block', 'ms'), atMost: 50 },
  ];
}
