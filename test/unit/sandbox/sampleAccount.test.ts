import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { describe, test } from 'node:test';
import { nameProblem, pathProblem } from '../../../src/iam/names';
import { documentProblem } from '../../../src/sandbox/document';
import { sampleAccount } from '../../../src/sandbox/sampleAccount';

const DAY = 24 * 60 * 60 * 1000;
const now = new Date('2026-11-25T12:00:00Z');
const account = sampleAccount('111122223333', now);
const users = account.users;
const groups = account.groups;
const keys = users.flatMap((user) => user.accessKeys);
const certificates = users.flatMap((user) => user.certificates);
const age = (date: string) => Math.floor((now.getTime() - Date.parse(date)) / DAY);
const daysLeft = (pem: string) =>
  Math.floor((Date.parse(new X509Certificate(pem).validTo) - now.getTime()) / DAY);

describe('in the sample account there is', () => {
  const states: [what: string, there: boolean][] = [
    ['an old key', keys.some((key) => key.status === 'Active' && age(key.created) === 412)],
    ['a key never used', keys.some((key) => key.status === 'Active' && !key.lastUsed)],
    ['an inactive key', keys.some((key) => key.status === 'Inactive')],
    [
      'a certificate that is about to expire',
      certificates.some(({ body }) => daysLeft(body) === 12),
    ],
    ['an expired certificate', certificates.some(({ body }) => daysLeft(body) < 0)],
    ['a certificate with time left', certificates.some(({ body }) => daysLeft(body) > 365)],
    ['an inactive certificate', certificates.some(({ status }) => status === 'Inactive')],
    [
      'an empty group',
      groups.some((group) => !users.some((user) => user.groupIds.includes(group.id))),
    ],
    ['a user in two groups', users.some((user) => user.groupIds.length === 2)],
    ['a user with a console password', users.some((user) => user.loginProfile)],
    ['a user without one', users.some((user) => !user.loginProfile)],
    ['a user with an MFA device', users.some((user) => user.mfaDevices.length > 0)],
    [
      'a user with tags and a path',
      users.some((user) => user.tags.length > 0 && user.path !== '/'),
    ],
    ['a user with a permissions boundary', users.some((user) => user.boundary)],
    [
      'a policy that allows everything',
      groups.some((group) => group.inlinePolicies.some(({ name }) => name === 'FullControl')),
    ],
    [
      'a policy with several versions',
      account.policies.some(({ versions }) => versions.length > 2),
    ],
    ['a policy that nothing uses', account.policies.some(({ name }) => name === 'UnusedDraft')],
    [
      'an AWS managed policy that is attached',
      groups.some((group) =>
        group.attachedPolicies.some((arn) => arn.startsWith('arn:aws:iam::aws:')),
      ),
    ],
  ];
  for (const [what, there] of states) test(what, () => assert.ok(there));
});

test('the sample account keeps the rules of IAM', () => {
  const named = [...users, ...groups, ...account.roles];
  for (const { name, path } of named) {
    assert.equal(nameProblem('user', name), undefined);
    assert.equal(pathProblem(path), undefined);
  }
  for (const { inlinePolicies } of named) {
    for (const { document } of inlinePolicies)
      assert.equal(documentProblem(document, 'inline'), undefined);
  }
  for (const { versions } of account.policies) {
    for (const { document } of versions)
      assert.equal(documentProblem(document, 'managed'), undefined);
  }
  for (const user of users) {
    assert.ok(user.accessKeys.length <= 2 && user.certificates.length <= 2);
    assert.ok(user.groupIds.every((id) => groups.some((group) => group.id === id)));
  }
});

test("the article's names are free", () => {
  assert.ok(!users.some(({ name }) => name === 'rsdash'));
  assert.ok(!groups.some(({ name }) => name === 'RightScaleDash'));
});

test('its identifiers are always the same', () => {
  const again = sampleAccount('111122223333', now);
  assert.deepEqual(
    again.users.map((user) => [user.id, user.accessKeys]),
    users.map((user) => [user.id, user.accessKeys]),
  );
});

test('its certificates verify with their own keys', () => {
  for (const { body, fingerprint } of certificates) {
    const certificate = new X509Certificate(body);
    assert.ok(certificate.verify(certificate.publicKey));
    assert.equal(certificate.fingerprint256, fingerprint);
  }
});
