import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Account } from '../../../src/sandbox/account';
import { AwsPolicies } from '../../../src/sandbox/awsPolicies';
import { ServiceError } from '../../../src/sandbox/errors';
import { SERVICES } from '../../../src/sandbox/operations';
import { QueryForm } from '../../../src/sandbox/query';
import { QUOTAS } from '../../../src/sandbox/quotas';
import { type AccountState, emptyAccount } from '../../../src/sandbox/state';

const now = new Date('2026-01-01T00:00:00Z');
const iam = SERVICES.get('2010-05-08')?.operations ?? {};
const writes = Object.keys(iam).filter((name) => iam[name]?.writes);
const allowAll =
  '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';

/** Few names, so that calls meet each other's things; some that are refused. */
const name = fc.constantFrom('a', 'a', 'a', 'b', 'b', 'B', 'c', 'no good');
const arn = fc
  .constantFrom('a', 'b', 'nothing')
  .map((end) => `arn:aws:iam::111122223333:policy/${end}`);
const parameters: Record<string, fc.Arbitrary<string>> = {
  UserName: name,
  NewUserName: name,
  GroupName: name,
  NewGroupName: name,
  RoleName: name,
  PolicyName: name,
  NewPath: fc.constantFrom('/', '/x/', 'x'),
  PolicyArn: arn,
  PermissionsBoundary: arn,
  PolicyDocument: fc.constantFrom(allowAll, allowAll, allowAll, '{}'),
  AssumeRolePolicyDocument: fc.constantFrom(
    allowAll.replace('"Action":"*","Resource":"*"', '"Principal":"*","Action":"sts:AssumeRole"'),
    allowAll,
  ),
  VersionId: fc.constantFrom('v1', 'v2', 'v3'),
  SetAsDefault: fc.constantFrom('true', 'false'),
  Status: fc.constantFrom('Active', 'Inactive', 'Expired'),
  AccountAlias: fc.constantFrom('first', 'second', '-'),
  'Tags.member.1.Key': fc.constantFrom('k', 'K', '!'),
  'Tags.member.1.Value': fc.constant('v'),
  'TagKeys.member.1': fc.constantFrom('k', 'x'),
  VirtualMFADeviceName: fc.constantFrom('a', 'b'),
  SerialNumber: fc.constantFrom('a', 'b').map((end) => `arn:aws:iam::111122223333:mfa/${end}`),
  AuthenticationCode1: fc.constant('123456'),
  AuthenticationCode2: fc.constantFrom('123456', '234567'),
  Password: fc.constantFrom('Correct-Horse-9', 'weak'),
};
const call = fc.record({ Action: fc.constantFrom(...writes), ...parameters });

/** So that there is something to meet from the beginning. */
const seed = ['a', 'b'].flatMap((each) => [
  { Action: 'CreateUser', UserName: each },
  { Action: 'CreateGroup', GroupName: each },
  { Action: 'CreatePolicy', PolicyName: each, PolicyDocument: allowAll },
  { Action: 'AddUserToGroup', UserName: each, GroupName: each },
  { Action: 'AttachUserPolicy', UserName: each, PolicyArn: 'arn:aws:iam::111122223333:policy/a' },
]);

/** Gives whether the call was carried out. */
function carryOut(account: Account, form: Record<string, string>): boolean {
  try {
    const query = new QueryForm(new URLSearchParams(form).toString());
    iam[form['Action'] ?? '']?.run({ account, caller: { user: undefined }, now }, query);
    return true;
  } catch (error) {
    assert.ok(error instanceof ServiceError, String(error));
    return false;
  }
}

function checkInvariants({ users, groups, roles, policies }: AccountState): void {
  const holders = [...users, ...groups, ...roles];
  const arns = new Set(policies.map((policy) => policy.arn));
  const ids = new Set(groups.map((group) => group.id));
  for (const list of [users, groups, roles, policies]) {
    const keys = list.map((item) => item.name.toLowerCase());
    assert.equal(new Set(keys).size, keys.length);
  }
  assert.ok(holders.every((holder) => holder.attachedPolicies.every((used) => arns.has(used))));
  for (const user of users) {
    assert.ok(user.groupIds.every((id) => ids.has(id)));
    assert.ok(user.boundary === undefined || arns.has(user.boundary));
    assert.ok(user.accessKeys.length <= QUOTAS.accessKeysPerUser);
  }
  for (const policy of policies) {
    assert.ok(policy.versions.length >= 1 && policy.versions.length <= QUOTAS.versionsPerPolicy);
    assert.ok(policy.versions.some((version) => version.id === policy.defaultVersionId));
  }
}

test('a call that is refused changes nothing, and whatever is called the account holds together', () => {
  let carriedOut = 0;
  fc.assert(
    fc.property(fc.array(call, { minLength: 20, maxLength: 60 }), (calls) => {
      const state = emptyAccount('111122223333', now);
      const account = new Account(state, AwsPolicies.none);
      for (const form of [...seed, ...calls]) {
        const before = JSON.stringify(state);
        if (carryOut(account, form)) carriedOut += 1;
        else assert.equal(JSON.stringify(state), before, form.Action);
      }
      checkInvariants(state);
      const read = new Account(JSON.parse(JSON.stringify(state)) as AccountState, AwsPolicies.none);
      assert.deepEqual(read.users.all().length, account.users.all().length);
    }),
    { numRuns: 200 },
  );
  assert.ok(carriedOut > 3000, `only ${carriedOut} calls were carried out`);
});
