import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Account } from '../../../src/iam/account';
import { AccountModel } from '../../../src/iam/accountModel';
import { isIamError } from '../../../src/iam/errors';
import type { PolicyHolder } from '../../../src/iam/model';
import type { Fault } from '../../../src/sandbox/sandbox';
import { openPractice, TestClock } from './practice';

const document = (action: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: action, Resource: '*' },
  });
const ARN = 'arn:aws:iam::111122223333:policy/';

type Action = (account: Account) => Promise<unknown>;

const name = fc.constantFrom('a', 'B', 'c');
const holder = fc.record<PolicyHolder>({ kind: fc.constantFrom('user', 'group'), name });
const content = fc.constantFrom('s3:*', 'ec2:*').map(document);
const version = fc.constantFrom('v1', 'v2', 'v3');

const action: fc.Arbitrary<[string, Action]> = fc.oneof(
  fc
    .tuple(name, fc.constantFrom('/', '/x/'))
    .map(([who, path]): [string, Action] => [
      `createUser ${who}`,
      (account) => account.createUser(who, { path }),
    ]),
  name.map((who): [string, Action] => [
    `createGroup ${who}`,
    (account) => account.createGroup(who),
  ]),
  fc
    .tuple(name, name)
    .map(([who, group]): [string, Action] => [
      `add ${who} to ${group}`,
      (account) => account.addUserToGroup(who, group),
    ]),
  fc
    .tuple(name, name)
    .map(([who, group]): [string, Action] => [
      `remove ${who} from ${group}`,
      (account) => account.removeUserFromGroup(who, group),
    ]),
  fc
    .tuple(name, name)
    .map(([who, newName]): [string, Action] => [
      `rename user ${who} to ${newName}`,
      (account) => account.updateUser(who, { newName, newPath: '/y/' }),
    ]),
  fc
    .tuple(name, name)
    .map(([who, newName]): [string, Action] => [
      `rename group ${who} to ${newName}`,
      (account) => account.updateGroup(who, { newName }),
    ]),
  name.map((who): [string, Action] => [`deleteUser ${who}`, (account) => account.deleteUser(who)]),
  name.map((who): [string, Action] => [
    `deleteGroup ${who}`,
    (account) => account.deleteGroup(who),
  ]),
  fc
    .tuple(holder, name, content)
    .map(([who, policy, text]): [string, Action] => [
      `put ${policy} into ${who.kind} ${who.name}`,
      (account) => account.putInlinePolicy(who, policy, text),
    ]),
  fc
    .tuple(holder, name)
    .map(([who, policy]): [string, Action] => [
      `delete ${policy} of ${who.kind} ${who.name}`,
      (account) => account.deleteInlinePolicy(who, policy),
    ]),
  fc
    .tuple(name, content)
    .map(([policy, text]): [string, Action] => [
      `createPolicy ${policy}`,
      (account) => account.createPolicy(policy, text),
    ]),
  fc
    .tuple(name, content)
    .map(([policy, text]): [string, Action] => [
      `createPolicyVersion ${policy}`,
      (account) => account.createPolicyVersion(ARN + policy, text),
    ]),
  fc
    .tuple(name, version)
    .map(([policy, id]): [string, Action] => [
      `setDefault ${policy} ${id}`,
      (account) => account.setDefaultPolicyVersion(ARN + policy, id),
    ]),
  fc
    .tuple(name, version)
    .map(([policy, id]): [string, Action] => [
      `deletePolicyVersion ${policy} ${id}`,
      (account) => account.deletePolicyVersion(ARN + policy, id),
    ]),
  name.map((policy): [string, Action] => [
    `deletePolicy ${policy}`,
    (account) => account.deletePolicy(ARN + policy),
  ]),
  fc
    .tuple(holder, name)
    .map(([who, policy]): [string, Action] => [
      `attach ${policy} to ${who.kind} ${who.name}`,
      (account) => account.attachPolicy(who, ARN + policy),
    ]),
  fc
    .tuple(holder, name)
    .map(([who, policy]): [string, Action] => [
      `detach ${policy} from ${who.kind} ${who.name}`,
      (account) => account.detachPolicy(who, ARN + policy),
    ]),
);

const effect: fc.Arbitrary<Fault['effect'] | undefined> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant<Fault['effect']>({ kind: 'lostAfter' }) },
  {
    weight: 1,
    arbitrary: fc.constant<Fault['effect']>({
      kind: 'error',
      status: 400,
      code: 'Throttling',
      message: 'Rate exceeded',
    }),
  },
);

const byName = (left: { name: string }, right: { name: string }): number =>
  left.name < right.name ? -1 : 1;

/** What a person sees, without the order in which AWS happens to list it. */
function picture(account: Account): unknown {
  return structuredClone({
    users: account.users.items.map((user) => ({
      ...user,
      groups: user.groups.toSorted(),
      inlinePolicies: user.inlinePolicies.toSorted(byName),
      attachedPolicies: user.attachedPolicies.toSorted(byName),
    })),
    groups: account.groups.items.map((group) => ({
      ...group,
      inlinePolicies: group.inlinePolicies.toSorted(byName),
      attachedPolicies: group.attachedPolicies.toSorted(byName),
      members: account.members(group.name).map((member) => member.name),
    })),
    policies: account.policies.items.map((policy) => ({
      ...policy,
      updated: undefined,
      // May have been counted before or after a change of ours: the next load says.
      attachmentCount: undefined,
      description: policy.description ?? '',
      versions: policy.versions.toSorted((left, right) => (left.id < right.id ? -1 : 1)),
    })),
  });
}

describe('AccountModel, after any changes', () => {
  it('shows what a fresh load shows, also when answers are lost or a load is under way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(action, effect, fc.boolean()), { minLength: 3, maxLength: 25 }),
        async (steps) => {
          const { account, client, sandbox } = await openPractice();
          await account.load();
          const loads: Promise<void>[] = [];
          for (const [[, act], fault, loading] of steps) {
            if (fault) sandbox.addFault({ effect: fault });
            if (loading) loads.push(account.load());
            await act(account).catch((error: unknown) =>
              assert.ok(isIamError(error), String(error)),
            );
          }
          await Promise.all(loads);
          sandbox.clearFaults();
          const shown = picture(account);
          const fresh = new AccountModel(client, new TestClock());
          await fresh.load();
          assert.deepEqual(shown, picture(fresh), steps.map(([[label]]) => label).join('\n'));
        },
      ),
      // Always the same runs: a rare find must not surprise whoever changes something else.
      { numRuns: 60, seed: 20261125 },
    );
  });
});
