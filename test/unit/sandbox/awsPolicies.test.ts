import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { AwsPolicies } from '../../../src/sandbox/awsPolicies';
import { documentProblem } from '../../../src/sandbox/document';

const file = path.join(process.cwd(), 'dist', 'managed-policies.bin');

test('every AWS managed policy is there, in order, with its newest document', async () => {
  const policies = await AwsPolicies.open(file);
  assert.ok(policies.all.length >= 1594, String(policies.all.length));
  const names = policies.all.map((policy) => policy.name.toLowerCase());
  assert.deepEqual(names, [...names].sort());
  const power = policies.find('arn:aws:iam::aws:policy/PowerUserAccess');
  assert.match(power?.id ?? '', /^ANPA[A-Z2-7]{17}$/);
  assert.match(policies.document(power!), /^\{\n {4}"Version": "2012-10-17"/);
  assert.ok(policies.find('arn:aws:iam::aws:policy/job-function/Billing'));
});

test('none of them is taken for malformed', async () => {
  const policies = await AwsPolicies.open(file);
  const refused = policies.all.flatMap((policy) => {
    const problem = documentProblem(policies.document(policy), 'managed');
    return problem ? [`${policy.name}: ${problem}`] : [];
  });
  assert.deepEqual(refused, []);
});

test('a file of another kind is refused with its name', async (context) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'iam-workbench-policies-'));
  context.after(() => rm(folder, { recursive: true }));
  const wrong = path.join(folder, 'wrong.bin');
  await writeFile(wrong, 'something else\n');
  await assert.rejects(AwsPolicies.open(wrong), /wrong\.bin does not hold AWS managed policies/);
});
