import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCertificate } from '../../../src/iam/certificate';
import { isIamError } from '../../../src/iam/errors';
import { largeAccount } from '../../../src/sandbox/largeAccount';
import type { Sandbox } from '../../../src/sandbox/sandbox';
import { openPractice } from './practice';

const DOCUMENT =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';

function deny(sandbox: Sandbox, ...operations: string[]): void {
  for (const operation of operations) {
    const message = `User: arn:aws:iam::111122223333:user/me is not authorized to perform: iam:${operation} on resource: * because no identity-based policy allows the iam:${operation} action`;
    const effect = { kind: 'error', status: 403, code: 'AccessDenied', message } as const;
    sandbox.addFault({ operation, times: 1000, effect });
  }
}

async function certificate(): Promise<string> {
  const made = await createCertificate({ commonName: 'test', keyLength: 2048, validityDays: 30 });
  return made.certificatePem;
}

describe('AccountModel, loading', () => {
  it('shows the sample account with members, policies and tags', async () => {
    const { account, calls } = await openPractice({});
    assert.equal(account.users.state, 'idle');
    await account.load();
    assert.equal(account.users.state, 'ready');
    assert.ok(account.users.items.length >= 3);
    assert.ok(account.groups.items.length >= 2);
    const inTwo = account.users.items.find((user) => user.groups.length === 2);
    assert.ok(inTwo);
    for (const group of inTwo.groups) {
      assert.ok(account.members(group).some(({ name }) => name === inTwo.name));
    }
    const withInline = account.groups.items.find((group) => group.inlinePolicies.length > 0);
    const document: unknown = JSON.parse(withInline?.inlinePolicies[0]?.document ?? '');
    assert.ok(document);
    assert.equal(account.user(inTwo.name.toUpperCase()), inTwo);
    assert.equal(calls().length, 3);
  });

  it('asks for keys anew that were known before it was loaded again', async () => {
    const { account } = await openPractice({});
    await account.load();
    const [user] = account.users.items;
    assert.ok(user);
    await account.loadCredentials(user.name);
    assert.ok(account.credentials(user.name));
    await account.load();
    assert.equal(account.credentials(user.name), undefined);
    const loading = account.load();
    await account.loadCredentials(user.name);
    await loading;
    assert.ok(account.credentials(user.name), 'what came meanwhile is kept');
  });

  it('shows 5,000 users and 300 groups from the first page on, in few calls', async () => {
    const { account, calls } = await openPractice({ state: largeAccount(5000, 300) });
    const usersWhenGroupsCame: number[] = [];
    account.onDidChange(({ kind }) => {
      if (kind === 'groups' && account.groups.items.length > 0) {
        usersWhenGroupsCame.push(account.users.items.length);
      }
    });
    await account.load();
    assert.equal(account.users.items.length, 5000);
    assert.equal(account.groups.items.length, 300);
    assert.ok((usersWhenGroupsCame[0] ?? 5000) < 1000, 'groups do not wait for users');
    assert.ok(calls().length <= 10, String(calls().length));
    const names = account.users.items.map(({ name }) => name.toLowerCase());
    assert.deepEqual(names, [...names].sort());
    assert.equal(account.members('group-000').length, 49);
  });

  it('shows what was there until a second load is complete', async () => {
    const { account } = await openPractice({ state: largeAccount(700, 10) });
    await account.load();
    const counts = new Set<number>();
    account.onDidChange(() => counts.add(account.users.items.length));
    await account.load();
    assert.deepEqual([...counts], [700]);
  });

  it('is loaded by list calls when the details are denied', async () => {
    const { account, sandbox, calls } = await openPractice({});
    deny(sandbox, 'GetAccountAuthorizationDetails');
    await account.load();
    assert.equal(account.users.state, 'ready');
    assert.ok(account.users.items.every((user) => user.partial));
    const [group] = account.groups.items.filter(({ name }) => account.members(name).length > 0);
    assert.ok(group, 'members are known');
    assert.ok(calls().includes('ListUsers'));
    await account.loadHolder({ kind: 'group', name: group.name });
    const whole = account.group(group.name);
    assert.equal(whole?.partial, undefined);
    const plain = await openPractice({});
    await plain.account.load();
    const expected = plain.account.group(group.name);
    assert.deepEqual(whole?.inlinePolicies, expected?.inlinePolicies);
    assert.deepEqual(whole?.attachedPolicies, expected?.attachedPolicies);
    const user = plain.account.users.items.find(({ groups }) => groups.length === 2);
    assert.ok(user);
    await account.loadHolder({ kind: 'user', name: user.name });
    assert.deepEqual(account.user(user.name)?.groups.toSorted(), user.groups.toSorted());
  });

  it('names the missing permission of a part and shows the others', async () => {
    const { account, sandbox } = await openPractice({});
    deny(sandbox, 'GetAccountAuthorizationDetails', 'ListUsers');
    await account.load();
    assert.equal(account.groups.state, 'ready');
    assert.equal(account.users.state, 'failed');
    assert.equal(account.users.error?.details.permission, 'iam:ListUsers');
    assert.match(account.users.error.message, /No identity-based policy allows it/);
    assert.ok(account.users.items.length > 0, 'members of groups are seen all the same');
    deny(sandbox, 'ListGroups', 'ListPolicies');
    await assert.rejects(account.load(), { reason: 'accessDenied' });
    assert.equal(account.groups.state, 'failed');
  });

  it('lets the newest load win, and a cancelled one leave what was there', async () => {
    const { account, sandbox } = await openPractice({ state: largeAccount(50, 5) });
    sandbox.addFault({ times: 3, effect: { kind: 'delay', milliseconds: 80 } });
    const old = account.load();
    const newest = account.load();
    await Promise.all([old, newest]);
    assert.equal(account.users.items.length, 50);
    const abort = new AbortController();
    const cancelled = account.load({ signal: abort.signal });
    abort.abort();
    await assert.rejects(cancelled, { reason: 'cancelled' });
    assert.equal(account.users.state, 'ready');
    assert.equal(account.users.items.length, 50);
  });

  it('says so when the first load is cancelled', async () => {
    const { account } = await openPractice({ state: largeAccount(50, 5) });
    const abort = new AbortController();
    abort.abort();
    await assert.rejects(account.load({ signal: abort.signal }), { reason: 'cancelled' });
    assert.equal(account.users.state, 'failed');
    assert.equal(account.users.error?.reason, 'cancelled');
    await account.load();
    assert.equal(account.users.state, 'ready');
  });

  it('keeps changes that are made while a load is under way', async () => {
    const { account, sandbox } = await openPractice({ state: largeAccount(20, 3) });
    await account.load();
    const delay = { kind: 'delay', milliseconds: 60 } as const;
    sandbox.addFault({ operation: 'GetAccountAuthorizationDetails', times: 3, effect: delay });
    const loading = account.load();
    await account.createUser('while-loading');
    await account.addUserToGroup('while-loading', 'group-000');
    await account.deleteUser('user-0019').catch((error: unknown) => {
      assert.ok(isIamError(error) && error.reason === 'deleteConflict');
    });
    await loading;
    assert.deepEqual(account.user('while-loading')?.groups, ['group-000']);
  });
});

describe('AccountModel, writing', () => {
  it('takes writes over without loading again, and tells what changed', async () => {
    const { account, changes, calls } = await openPractice();
    await account.load();
    const before = calls().length;
    changes.length = 0;
    await account.createGroup('RightScaleDash');
    await account.createUser('rsdash', { path: '/service/', tags: [{ key: 'team', value: 'a' }] });
    await account.addUserToGroup('rsdash', 'RightScaleDash');
    const holder = { kind: 'group', name: 'RightScaleDash' } as const;
    await account.putInlinePolicy(holder, 'FullControl', DOCUMENT);
    assert.equal(calls().length - before, 4);
    assert.deepEqual(account.user('rsdash')?.groups, ['RightScaleDash']);
    assert.deepEqual(account.user('rsdash')?.tags, [{ key: 'team', value: 'a' }]);
    assert.match(account.user('rsdash')?.arn ?? '', /:user\/service\/rsdash$/);
    assert.deepEqual(account.group('RightScaleDash')?.inlinePolicies, [
      { name: 'FullControl', document: DOCUMENT },
    ]);
    assert.deepEqual(
      changes.map(({ kind }) => kind),
      ['groups', 'users', 'user', 'group', 'group', 'policy'],
    );
    const remembered = structuredClone([account.users.items, account.groups.items]);
    await account.load();
    assert.deepEqual([account.users.items, account.groups.items], remembered);
  });

  it('reads policies with a mark that changes when they do', async () => {
    const { account } = await openPractice();
    const holder = { kind: 'group', name: 'g' } as const;
    await account.createGroup('g');
    await account.putInlinePolicy(holder, 'p', DOCUMENT);
    const ref = { kind: 'inline', holder, policyName: 'p' } as const;
    const first = await account.readPolicy(ref);
    assert.equal(first.text, DOCUMENT);
    assert.equal((await account.readPolicy(ref)).etag, first.etag);
    await account.putInlinePolicy(holder, 'p', DOCUMENT.replace('s3:*', 'sqs:*'));
    assert.notEqual((await account.readPolicy(ref)).etag, first.etag);
    const policy = await account.createPolicy('Managed', DOCUMENT, { description: 'x' });
    const managed = { kind: 'managed', arn: policy.arn } as const;
    assert.deepEqual(await account.readPolicy(managed), {
      text: DOCUMENT,
      etag: 'v1',
      versionId: 'v1',
    });
    await account.createPolicyVersion(policy.arn, DOCUMENT.replace('s3:*', 'sqs:*'));
    assert.equal((await account.readPolicy(managed)).etag, 'v2');
    assert.equal(account.policy(policy.arn)?.defaultVersionId, 'v2');
    await account.setDefaultPolicyVersion(policy.arn, 'v1');
    await account.deletePolicyVersion(policy.arn, 'v2');
    assert.deepEqual(
      account.policy(policy.arn)?.versions.map(({ id, isDefault }) => [id, isDefault]),
      [['v1', true]],
    );
    await account.attachPolicy(holder, policy.arn);
    assert.equal(account.policy(policy.arn)?.attachmentCount, 1);
    assert.deepEqual(await account.policyHolders(policy.arn), {
      users: [],
      groups: ['g'],
      roles: [],
    });
    await account.detachPolicy(holder, policy.arn);
    await account.deletePolicy(policy.arn);
    assert.equal(account.policy(policy.arn), undefined);
  });

  it('keeps keys and memberships through a rename, and ARNs right', async () => {
    const { account } = await openPractice();
    await account.createGroup('g');
    await account.createUser('old');
    await account.addUserToGroup('old', 'g');
    const key = await account.createAccessKey('old');
    await account.loadCredentials('old');
    await account.updateUser('old', { newName: 'new', newPath: '/x/' });
    await account.updateGroup('g', { newName: 'h' });
    assert.equal(account.user('old'), undefined);
    assert.deepEqual(account.user('new')?.groups, ['h']);
    assert.equal(account.credentials('new')?.accessKeys[0]?.userName, 'new');
    const local = structuredClone([account.user('new'), account.group('h')]);
    await account.load();
    assert.deepEqual([account.user('new'), account.group('h')], local);
    const { accessKeys } = await account.loadCredentials('new');
    assert.deepEqual(
      accessKeys.map(({ id, userName }) => [id, userName]),
      [[key.id, 'new']],
    );
    await account.updateUser('new', { newName: 'NEW' });
    assert.equal(account.users.items.length, 1);
    assert.equal(account.user('new')?.name, 'NEW');
  });

  it('loads keys with last use and certificates at once, and takes changes over', async () => {
    const { account, calls, changes } = await openPractice();
    await account.createUser('u');
    const made = await account.createAccessKey('u');
    assert.match(made.secret, /^[A-Za-z0-9/+]{40}$/);
    const before = calls().length;
    const [one, two] = await Promise.all([
      account.loadCredentials('u'),
      account.loadCredentials('U'),
    ]);
    assert.equal(one, two);
    assert.equal(calls().length - before, 4);
    assert.equal(one.accessKeys[0]?.lastUsed, 'never');
    assert.equal(one.hasLoginProfile, false);
    changes.length = 0;
    await account.setAccessKeyStatus('u', made.id, 'Inactive');
    assert.equal(account.credentials('u')?.accessKeys[0]?.status, 'Inactive');
    const pem = await certificate();
    const uploaded = await account.uploadSigningCertificate('u', `text before\n${pem}\nafter`);
    assert.equal(account.credentials('u')?.certificates[0]?.id, uploaded.id);
    assert.ok((uploaded.notAfter?.getTime() ?? 0) > Date.now());
    assert.match(uploaded.subject ?? '', /CN=test/);
    await account.setSigningCertificateStatus('u', uploaded.id, 'Inactive');
    assert.equal(account.credentials('u')?.certificates[0]?.status, 'Inactive');
    const blockers = await account.userBlockers('u');
    assert.equal(blockers.accessKeys.length, 1);
    assert.equal(blockers.certificates.length, 1);
    assert.deepEqual(blockers.unknown, []);
    await account.deleteSigningCertificate('u', uploaded.id);
    await account.deleteAccessKey('u', made.id);
    assert.deepEqual(account.credentials('u')?.accessKeys, []);
    assert.deepEqual(account.credentials('u')?.certificates, []);
    assert.ok(changes.every(({ kind }) => kind === 'credentials'));
    await account.deleteUser('u');
    assert.equal(account.credentials('u'), undefined);
  });

  it('shows the credentials that may be seen', async () => {
    const { account, sandbox } = await openPractice();
    await account.createUser('u');
    await account.createAccessKey('u');
    deny(sandbox, 'ListSigningCertificates', 'GetAccessKeyLastUsed', 'GetLoginProfile');
    const loaded = await account.loadCredentials('u');
    assert.equal(loaded.accessKeys.length, 1);
    assert.equal(loaded.accessKeys[0]?.lastUsed, undefined);
    assert.equal(loaded.hasLoginProfile, undefined);
    assert.deepEqual(loaded.failures?.map(({ details }) => details.permission).toSorted(), [
      'iam:GetLoginProfile',
      'iam:ListSigningCertificates',
    ]);
    const blockers = await account.userBlockers('u');
    assert.deepEqual(blockers.unknown.toSorted(), [
      'iam:GetLoginProfile',
      'iam:ListSigningCertificates',
    ]);
  });

  it('finds what a lost answer has made, and only that', async () => {
    const { account, sandbox, calls } = await openPractice();
    const after = (operation: string): void =>
      sandbox.addFault({ operation, effect: { kind: 'lostAfter' } });
    after('CreateGroup');
    await account.createGroup('g');
    after('CreateUser');
    await account.createUser('u');
    after('UpdateUser');
    await account.updateUser('u', { newName: 'v' });
    after('CreatePolicy');
    const policy = await account.createPolicy('p', DOCUMENT);
    after('CreatePolicyVersion');
    const version = await account.createPolicyVersion(policy.arn, DOCUMENT.replace('s3', 'ec2'));
    assert.equal(version.id, 'v2');
    after('UploadSigningCertificate');
    const uploaded = await account.uploadSigningCertificate('v', await certificate());
    assert.ok(uploaded.id);
    assert.equal(calls().filter((name) => name === 'CreateUser').length, 1);
    sandbox.addFault({ operation: 'CreateUser', effect: { kind: 'lostBefore' } });
    await assert.rejects(account.createUser('w'), { reason: 'answerLost' });
    await account.createUser('w');
  });

  it('does not take for its own what was there before', async () => {
    const { account, sandbox, clock } = await openPractice();
    await account.createUser('there');
    clock.time += 60_000;
    sandbox.addFault({ operation: 'CreateUser', effect: { kind: 'lostBefore' } });
    await assert.rejects(account.createUser('there'), { reason: 'answerLost' });
  });

  it('waits for a user that was just made to be visible', async () => {
    const { account, sandbox, clock } = await openPractice();
    await account.createUser('u');
    const message = 'The user with name u cannot be found.';
    const effect = { kind: 'error', status: 404, code: 'NoSuchEntity', message } as const;
    sandbox.addFault({ operation: 'PutUserPolicy', times: 3, effect });
    await account.putInlinePolicy({ kind: 'user', name: 'u' }, 'p', DOCUMENT);
    assert.equal(clock.sleeps.length, 3);
    clock.time += 120_000;
    sandbox.addFault({ operation: 'PutUserPolicy', effect });
    await assert.rejects(account.putInlinePolicy({ kind: 'user', name: 'u' }, 'p', DOCUMENT), {
      reason: 'notFound',
    });
  });

  it('probes a new key until AWS knows it', async () => {
    const { account } = await openPractice({
      empty: true,
      keyPropagation: 5_000,
      now: () => new Date(),
    });
    await account.createUser('u');
    const key = await account.createAccessKey('u');
    await assert.rejects(account.probeAccessKey(key), { reason: 'credentialsRejected' });
    const now = { value: Date.now() };
    const ready = await openPractice({
      empty: true,
      keyPropagation: 5_000,
      now: () => new Date((now.value += 1_000)),
    });
    await ready.account.createUser('u');
    const waits: number[] = [];
    const made = await ready.account.createAccessKey('u');
    const arn = await ready.account.probeAccessKey(made, { onWait: (each) => waits.push(each) });
    assert.equal(arn, 'arn:aws:iam::111122223333:user/u');
    assert.ok(waits.length > 0);
    const abort = new AbortController();
    abort.abort();
    await assert.rejects(ready.account.probeAccessKey(made, { signal: abort.signal }), {
      reason: 'cancelled',
    });
  });

  it('knows the account, its caller and its quotas', async () => {
    const { account, calls } = await openPractice({});
    const identity = await account.identity();
    assert.equal(identity.accountId, '111122223333');
    assert.match(identity.arn, /^arn:aws:/);
    const before = calls().length;
    await account.identity();
    assert.equal(calls().length, before);
    assert.equal((await account.summary()).get('AccessKeysPerUserQuota'), 2);
  });
});
