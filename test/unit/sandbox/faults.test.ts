import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSandbox } from '../../../src/sandbox';
import { parseFault } from '../../../src/sandbox/faults';
import { clientOf } from './sdk';

const lost = { name: 'TimeoutError', code: 'ECONNRESET', message: 'socket hang up' };

async function emptyAccount() {
  const sandbox = await openSandbox({ empty: true });
  return { sandbox, iam: clientOf(sandbox) };
}

test('a connection lost before leaves nothing behind', async () => {
  const { sandbox, iam } = await emptyAccount();
  sandbox.addFault({ operation: 'CreateUser', effect: { kind: 'lostBefore' } });
  await assert.rejects(iam.createUser({ UserName: 'ada' }), lost);
  assert.deepEqual((await iam.listUsers({})).Users, []);
});

test('a connection lost after leaves what was made', async () => {
  const { sandbox, iam } = await emptyAccount();
  await iam.createUser({ UserName: 'ada' });
  sandbox.addFault({ operation: 'CreateAccessKey', effect: { kind: 'lostAfter' } });
  await assert.rejects(iam.createAccessKey({ UserName: 'ada' }), lost);
  assert.equal((await iam.listAccessKeys({ UserName: 'ada' })).AccessKeyMetadata?.length, 1);
});

test('an error fault hits so many calls of its operation and no other', async () => {
  const { sandbox, iam } = await emptyAccount();
  sandbox.addFault({
    operation: 'ListUsers',
    times: 2,
    effect: { kind: 'error', status: 403, code: 'AccessDenied', message: 'not you' },
  });
  await iam.listGroups({});
  for (let count = 0; count < 2; count++) {
    await assert.rejects(iam.listUsers({}), { name: 'AccessDenied', message: 'not you' });
  }
  await iam.listUsers({});
});

test('another server may answer in HTML', async () => {
  const { sandbox, iam } = await emptyAccount();
  sandbox.addFault({ effect: { kind: 'html', status: 502 } });
  await assert.rejects(iam.listUsers({}));
  await iam.listUsers({});
});

test('a call may be slow', async () => {
  const { sandbox, iam } = await emptyAccount();
  sandbox.addFault({ effect: { kind: 'delay', milliseconds: 60 } });
  const started = performance.now();
  await iam.listUsers({});
  assert.ok(performance.now() - started >= 55);
});

test('faults can be taken back', async () => {
  const { sandbox, iam } = await emptyAccount();
  sandbox.addFault({ effect: { kind: 'lostBefore' } });
  sandbox.clearFaults();
  await iam.listUsers({});
});

test('a new key is refused until it is known everywhere', async () => {
  let time = Date.parse('2026-01-01T00:00:00Z');
  const sandbox = await openSandbox({
    empty: true,
    keyPropagation: 10_000,
    now: () => new Date(time),
  });
  const root = clientOf(sandbox);
  await root.createUser({ UserName: 'ada' });
  const { AccessKey } = await root.createAccessKey({ UserName: 'ada' });
  const ada = clientOf(sandbox, AccessKey?.AccessKeyId);
  await assert.rejects(ada.getUser({}), { name: 'InvalidClientTokenId' });
  time += 10_000;
  assert.equal((await ada.getUser({})).User?.UserName, 'ada');
});

test('a fault as text says what is wrong with it', () => {
  assert.deepEqual(parseFault('{"operation":"GetUser","effect":{"kind":"html"}}'), {
    operation: 'GetUser',
    times: undefined,
    effect: { kind: 'html' },
  });
  assert.throws(() => parseFault('{}'), /kind is one of error, lostBefore/);
  assert.throws(() => parseFault('{"effect":{"kind":"error"}}'), /a status, a code and a message/);
  assert.throws(() => parseFault('{"effect":{"kind":"delay"}}'), /milliseconds/);
});
