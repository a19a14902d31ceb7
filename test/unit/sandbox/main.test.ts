import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';

const program = path.join(process.cwd(), 'out', 'src', 'sandbox', 'main.js');

interface Run {
  child: ChildProcess;
  out: () => string;
  err: () => string;
}

function run(args: string[], env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, npm_config_loglevel: 'notice', ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return { child, out: () => out, err: () => err };
}

async function exitCode({ child }: Run): Promise<number | null> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

for (const [args, message] of [
  [['--port', 'http'], /--port takes a whole number from 0 to 65535, not “http”/],
  [['--port', '70000'], /--port takes/],
  [['--account', '123'], /--account takes 12 digits, not “123”/],
  [['--delay', '-1'], /--delay/],
  [['--colour'], /--colour/],
  [['serve'], /serve/],
] as const) {
  test(`${args.join(' ')} is refused with what is wrong`, async () => {
    const started = run([...args]);
    assert.equal(await exitCode(started), 2);
    assert.match(started.err(), message);
    assert.match(started.err(), /npm run sandbox -- \[--port/);
    assert.equal(started.out(), '');
  });
}

test('prints its address, says that signatures are not verified, and ends when told to', async () => {
  const started = run(['--port', '0', '--empty', '--account', '444455556666']);
  await once(started.child.stderr!, 'data');
  const url = started.out().trim();
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.match(started.err(), /does not verify signatures/);
  const answer = await fetch(url, {
    method: 'POST',
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  });
  assert.match(await answer.text(), /<Account>444455556666<\/Account>/);
  const end = once(started.child, 'close');
  started.child.kill('SIGTERM');
  const [code, signal] = (await end) as [number | null, string | null];
  // Windows has no signals: there the process is ended from outside.
  if (process.platform === 'win32') assert.equal(signal, 'SIGTERM');
  else assert.equal(code, 0);
});

test('prints nothing but its address when npm is silent', async () => {
  const started = run(['--port', '0'], { npm_config_loglevel: 'silent' });
  await once(started.child.stdout!, 'data');
  const end = once(started.child, 'close');
  await fetch(started.out().trim());
  started.child.kill('SIGINT');
  await end;
  assert.match(started.out(), /^http:\/\/127\.0\.0\.1:\d+\n$/);
  assert.equal(started.err(), '');
});

test('a port in use is told', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const started = run(['--port', String(port)]);
  assert.equal(await exitCode(started), 1);
  assert.equal(started.err(), `Port ${port} is in use. Choose another one with --port.\n`);
  other.close();
});
