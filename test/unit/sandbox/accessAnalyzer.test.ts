import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { openSandbox } from '../../../src/sandbox';
import type { SandboxOptions } from '../../../src/sandbox/sandbox';

const catalogFile = path.join(process.cwd(), 'dist', 'catalog.bin');
const VALIDATE = '/policy/validation';
const body = JSON.stringify({
  policyType: 'IDENTITY_POLICY',
  policyDocument:
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObjct","Resource":"*"}]}',
});

const open = (options: SandboxOptions = {}) =>
  openSandbox({ empty: true, catalogFile, ...options });
const signedFor = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=AKIAEXAMPLEEXAMPLE00/20261125/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`;

test('a call is one of Access Analyzer by its path or by what it is signed for', async () => {
  const sandbox = await open();
  for (const request of [
    { path: VALIDATE, body },
    { path: VALIDATE, body, authorization: signedFor('access-analyzer') },
  ]) {
    const { status, headers, body: answer } = await sandbox.handle(request);
    assert.deepEqual([status, headers['content-type']], [200, 'application/json']);
    const { findings } = JSON.parse(answer) as { findings: { findingDetails: string }[] };
    assert.match(findings[0]?.findingDetails ?? '', /practice account's own opinion, not AWS's/);
  }
  const authorization = signedFor('access-analyzer');
  const unknown = await sandbox.handle({ path: '/analyzer', body: '', authorization });
  assert.equal(unknown.status, 404);
  assert.equal(unknown.headers['x-amzn-errortype'], 'UnknownOperationException');
  const iam = { body: 'Action=ListUsers&Version=2010-05-08', authorization: signedFor('iam') };
  assert.match((await sandbox.handle(iam)).body, /<ListUsersResponse/);
});

test('codes that Access Analyzer does not have are left out', async () => {
  const sandbox = await open();
  const policyDocument =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:CreatePolicyVersion","Resource":"*"}]}';
  const request = JSON.stringify({ policyType: 'IDENTITY_POLICY', policyDocument });
  const { body: answer } = await sandbox.handle({ path: VALIDATE, body: request });
  assert.deepEqual(JSON.parse(answer), { findings: [] });
});

test('without the catalog it says so, in the shape of its errors', async () => {
  const sandbox = await open({ catalogFile: undefined });
  const { status, headers, body: answer } = await sandbox.handle({ path: VALIDATE, body });
  assert.deepEqual([status, headers['x-amzn-errortype']], [500, 'InternalServerException']);
  assert.match((JSON.parse(answer) as { message: string }).message, /dist\/catalog\.bin/);
});

test('faults hit its operations by name, and have the shape of its errors', async () => {
  const sandbox = await open();
  const effect = { kind: 'error', status: 429, code: 'Throttling', message: 'Slow down' } as const;
  sandbox.addFault({ operation: 'ValidatePolicy', effect });
  assert.match((await sandbox.handle({ body: 'Action=ListUsers' })).body, /<ListUsersResponse/);
  const { status, headers, body: answer } = await sandbox.handle({ path: VALIDATE, body });
  assert.deepEqual([status, headers['x-amzn-errortype']], [429, 'ThrottlingException']);
  assert.deepEqual(JSON.parse(answer), { message: 'Slow down' });
});

test('a key that was deleted is refused, and the use of a key is noted', async () => {
  const sandbox = await open();
  const xml = async (action: string) =>
    (await sandbox.handle({ body: `Action=${action}&Version=2010-05-08` })).body;
  await xml('CreateUser&UserName=u');
  const id = /<AccessKeyId>(\w+)/.exec(await xml('CreateAccessKey&UserName=u'))?.[1] ?? '';
  const authorization = signedFor('access-analyzer').replace('AKIAEXAMPLEEXAMPLE00', id);
  assert.equal((await sandbox.handle({ path: VALIDATE, body, authorization })).status, 200);
  assert.match(
    await xml(`GetAccessKeyLastUsed&AccessKeyId=${id}`),
    /<ServiceName>access-analyzer</,
  );
  await xml(`DeleteAccessKey&UserName=u&AccessKeyId=${id}`);
  const refused = await sandbox.handle({ path: VALIDATE, body, authorization });
  assert.equal(refused.headers['x-amzn-errortype'], 'UnrecognizedClientException');
});

test('whatever comes is answered', async () => {
  const sandbox = await open();
  for (const strange of ['', '[]', 'null', '{', '{"policyDocument":1}', '\ud800']) {
    const answer = await sandbox.handle({ path: VALIDATE, body: strange });
    assert.equal(answer.status, 400, strange);
  }
  for (const strange of ['//', 'http://[', '\0', '/policy/validation?maxResults=0']) {
    const authorization = signedFor('access-analyzer');
    const answer = await sandbox.handle({ path: strange, body, authorization });
    assert.ok(answer.status >= 400, strange);
  }
});
