import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { openSandbox } from '../../../src/sandbox';
import { type SandboxServer, serveSandbox } from '../../../src/sandbox/httpServer';

let server: SandboxServer;
before(async () => {
  server = await serveSandbox(await openSandbox({}), 0);
});
after(() => server.close());

const LIST = 'Action=ListUsers&Version=2010-05-08';

function post(path: string, body: string, headers: Record<string, string> = {}) {
  return fetch(server.url + path, { method: 'POST', body, headers });
}

/** fetch does not let a Host header be set. */
function statusWithHost(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(`${server.url}/?${LIST}`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on('error', reject);
    call.end();
  });
}

test('listens on the loopback address', () => {
  assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+$/);
});

test('a foreign Host is refused, and localhost is not', async () => {
  const { port } = new URL(server.url);
  assert.equal(await statusWithHost('evil.example'), 403);
  assert.equal(await statusWithHost(`evil.example:${port}`), 403);
  assert.equal(await statusWithHost(`localhost:${port}`), 200);
});

test('a foreign Origin is refused', async () => {
  assert.equal((await post('/', LIST, { origin: 'https://evil.example' })).status, 403);
  assert.equal((await post('/', LIST, { origin: 'null' })).status, 403);
  assert.equal((await post('/_sandbox/reset', '', { origin: 'http://localhost' })).status, 403);
  assert.equal((await post('/', LIST, { origin: server.url })).status, 200);
});

test('a reset brings back the first state and takes faults away', async () => {
  const before = await (await post('/', LIST)).text();
  await post('/', 'Action=CreateUser&Version=2010-05-08&UserName=new');
  await post('/_sandbox/faults', '{"effect":{"kind":"html"}}');
  assert.equal((await post('/_sandbox/reset', '')).status, 204);
  const after = await (await post('/', LIST)).text();
  const users = (xml: string) => [...xml.matchAll(/<UserName>(.*?)</g)].map((match) => match[1]);
  assert.deepEqual(users(after), users(before));
});

test('faults are set and taken back', async () => {
  assert.equal((await post('/_sandbox/faults', 'nonsense')).status, 400);
  assert.equal((await post('/_sandbox/faults', '{"effect":{"kind":"lostAfter"}}')).status, 204);
  await assert.rejects(post('/', LIST));
  await post('/_sandbox/faults', '{"effect":{"kind":"html","status":503}}');
  await fetch(`${server.url}/_sandbox/faults`, { method: 'DELETE' });
  assert.equal((await post('/', LIST)).status, 200);
});

test('another path below _sandbox says what there is', async () => {
  const answer = await post('/_sandbox/other', '');
  assert.equal(answer.status, 404);
  assert.match(await answer.text(), /POST \/_sandbox\/reset/);
});

test('a body that is too large is refused', async () => {
  assert.equal((await post('/', 'x'.repeat(1024 * 1024 + 1))).status, 413);
});

test('a port in use is told by its error code', async () => {
  const { port } = new URL(server.url);
  await assert.rejects(serveSandbox(await openSandbox({}), Number(port)), { code: 'EADDRINUSE' });
});
