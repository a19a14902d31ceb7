import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { run } from './run';

test('expand lists the actions of a pattern, each once and sorted', async () => {
  const { code, out } = await run(['expand', 's3:GetObjectT*', 'S3:getobjecttagging']);
  assert.equal(code, 0);
  assert.deepEqual(out.trimEnd().split('\n'), ['s3:GetObjectTagging', 's3:GetObjectTorrent']);
  const json = await run(['expand', '--format', 'json', 's3:GetObjectTag*']);
  assert.deepEqual(JSON.parse(json.out), ['s3:GetObjectTagging']);
});

test('expand says which pattern matches nothing, with exit 1', async () => {
  const { code, err } = await run(['expand', 's3:Nothing*']);
  assert.equal(code, 1);
  assert.match(err, /no action matches s3:Nothing\*/);
});

test('explain tells an action and a policy', async () => {
  const action = await run(['explain', 's3:getobject']);
  assert.equal(action.code, 0);
  assert.match(action.out, /^s3:GetObject {2}Amazon S3\n/);
  assert.match(action.out, /Access level: Read/);
  const everything = { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };
  const policy = await run(['explain', 'p.json'], { 'p.json': JSON.stringify(everything) });
  assert.match(policy.out, /Allows every action of every AWS service/);
  assert.equal((await run(['explain', 's3:NoSuchThing'])).code, 1);
  const operation = await run(['explain', 's3:ListObjectsV2']);
  assert.match(operation.out, /no IAM action\nAuthorised by: s3:ListBucket\n/);
  const pattern = await run(['explain', 's3:Get*']);
  assert.match(pattern.out, /^s3:Get\* {2}\d+ actions\n {2}s3:Get\w+\n[^]* {2}and \d+ more\n/);
  assert.equal((await run(['explain', 's3:Nothing*'])).code, 1);
  assert.equal((await run(['explain', 'gone.json'])).code, 2);
});

test('format prints, checks and writes, and keeps line ends', async () => {
  const files = { 'p.json': '{"a":1,\r\n"b":[]}' };
  assert.equal((await run(['format', 'p.json'], files)).out, '{\r\n  "a": 1,\r\n  "b": []\r\n}');
  const checked = await run(['format', '--check', 'p.json'], files);
  assert.deepEqual([checked.code, checked.out], [1, 'p.json would change\n']);
  const written = await run(['format', '--write', '--indent', '4', 'p.json'], files);
  assert.equal(written.written['p.json'], '{\r\n    "a": 1,\r\n    "b": []\r\n}');
  assert.equal((await run(['format', '--indent', '0', 'p.json'], files)).code, 2);
});

test('help names every command', async () => {
  const { code, out } = await run(['--help']);
  assert.equal(code, 0);
  for (const name of ['check', 'expand', 'explain', 'format']) {
    assert.match(out, new RegExp(`^iam-policy ${name} `, 'm'));
  }
});

test('the bundle reads standard input and gives the exit code to the shell', () => {
  const bundle = path.resolve(__dirname, '../../../../dist/iam-policy.js');
  const policy =
    '{"Version":"2012-10-17","Statement":[{"Effect":"allow","Action":"s3:GetObject","Resource":"*"}]}';
  const ran = spawnSync(process.execPath, [bundle, 'check', '--format', 'json', '-'], {
    input: policy,
    encoding: 'utf8',
  });
  assert.equal(ran.status, 1, ran.stderr);
  assert.match(ran.stdout, /"INVALID_EFFECT"/);
});
