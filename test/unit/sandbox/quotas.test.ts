import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSandbox } from '../../../src/sandbox';
import { largeAccount } from '../../../src/sandbox/largeAccount';
import { clientOf } from './sdk';

const allowAll =
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';

test('an account has at most 5,000 users and 300 groups', async () => {
  const iam = clientOf(await openSandbox({ state: largeAccount(5000, 300) }));
  await assert.rejects(iam.createUser({ UserName: 'one-more' }), {
    message: 'Cannot exceed quota for UsersPerAccount: 5000',
  });
  await assert.rejects(iam.createGroup({ GroupName: 'one-more' }), {
    message: 'Cannot exceed quota for GroupsPerAccount: 300',
  });
});

test('an account has at most 1,500 policies and 1,000 roles', async () => {
  const sandbox = await openSandbox({ empty: true });
  const create = async (operation: string, parameters: Record<string, string>) => {
    const form = { Action: operation, Version: '2010-05-08', ...parameters };
    return sandbox.handle({ body: new URLSearchParams(form).toString() });
  };
  const policy = (name: string) =>
    create('CreatePolicy', { PolicyName: name, PolicyDocument: allowAll });
  for (let count = 0; count < 1500; count++) await policy(`p${count}`);
  const trust = allowAll.replace(
    '"Action":"*","Resource":"*"',
    '"Principal":"*","Action":"sts:AssumeRole"',
  );
  const role = (name: string) =>
    create('CreateRole', { RoleName: name, AssumeRolePolicyDocument: trust });
  for (let count = 0; count < 1000; count++) await role(`r${count}`);
  assert.match((await policy('more')).body, /Cannot exceed quota for PoliciesPerAccount: 1500/);
  assert.match((await role('more')).body, /Cannot exceed quota for RolesPerAccount: 1000/);
});

test('a large account is read page by page, nobody lost or doubled', async () => {
  const iam = clientOf(await openSandbox({ state: largeAccount(5000, 300) }));
  const users = new Set<string | undefined>();
  const groups = new Set<string | undefined>();
  let calls = 0;
  let Marker: string | undefined;
  do {
    const page = await iam.getAccountAuthorizationDetails({ MaxItems: 1000, Marker });
    for (const user of page.UserDetailList ?? []) users.add(user.UserName);
    for (const group of page.GroupDetailList ?? []) groups.add(group.GroupName);
    Marker = page.Marker;
    calls += 1;
  } while (Marker !== undefined);
  assert.deepEqual([users.size, groups.size, calls], [5000, 300, 6]);
});
