import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSandbox } from '../../../src/sandbox';
import { clientOf } from './sdk';

test('an aborted call ends at once', async () => {
  const sandbox = await openSandbox({ empty: true, delay: 5_000 });
  const controller = new AbortController();
  const call = clientOf(sandbox).listUsers({}, { abortSignal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  await assert.rejects(call, { name: 'AbortError' });
});

test('a call that was aborted before it began is not answered', async () => {
  const sandbox = await openSandbox({ empty: true });
  const controller = new AbortController();
  controller.abort();
  const call = clientOf(sandbox).listUsers({}, { abortSignal: controller.signal });
  await assert.rejects(call, { name: 'AbortError' });
});

test('every answer has a request id of its own', async () => {
  const sandbox = await openSandbox({ empty: true });
  const body = 'Action=ListUsers&Version=2010-05-08';
  const ids = new Set<string | undefined>();
  for (let count = 0; count < 3; count++) {
    const { headers } = await sandbox.handle({ body });
    ids.add(headers['x-amzn-requestid']);
  }
  assert.equal(ids.size, 3);
});

test('what is no operation is refused as AWS does', async () => {
  const sandbox = await openSandbox({ empty: true });
  for (const action of ['NoSuchThing', 'toString', '__proto__']) {
    const answer = await sandbox.handle({ body: `Action=${action}&Version=2010-05-08` });
    assert.equal(answer.status, 400);
    assert.match(answer.body, /<Code>InvalidAction<\/Code>/);
    assert.ok(answer.body.includes(`Could not find operation ${action} for version 2010-05-08`));
  }
  const noService = await sandbox.handle({ body: 'Action=ListUsers&Version=__proto__' });
  assert.match(noService.body, /<Code>InvalidAction<\/Code>/);
  const missing = await sandbox.handle({ body: '' });
  assert.match(missing.body, /<Code>MissingAction<\/Code>/);
  const stsOnIam = await sandbox.handle({ body: 'Action=GetCallerIdentity&Version=2010-05-08' });
  assert.match(stsOnIam.body, /<Code>InvalidAction<\/Code>/);
});

test('an account id has 12 digits', async () => {
  await assert.rejects(openSandbox({ accountId: '123' }), /An account id has 12 digits/);
});

test('any name that the pattern allows can be given', async () => {
  const iam = clientOf(await openSandbox({ empty: true }));
  for (const UserName of ['__proto__', 'constructor', 'toString']) {
    await iam.createUser({ UserName });
    assert.equal((await iam.getUser({ UserName })).User?.UserName, UserName);
    await assert.rejects(iam.createUser({ UserName }), { name: 'EntityAlreadyExistsException' });
  }
  assert.equal((await iam.listUsers({})).Users?.length, 3);
});
