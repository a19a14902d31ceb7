import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import test from 'node:test';
import {
  beginDeletion,
  deletionChecklist,
  removedDocument,
  resumeDeletion,
  unfinishedDeletion,
  type RemovedParts,
} from '../../../src/iam/deletion';
import { partsFromJson, partsToJson } from '../../../src/iam/deletion/removedParts';
import { JournalStore } from '../../../src/iam/journal';
import { FakeAccount, type FaultKind } from './fakeAccount';

const signal = new AbortController().signal;
const PLACE = { connectionId: 'practice', accountId: '111122223333' };

async function fullUser(fake: FakeAccount): Promise<RemovedParts> {
  const account = fake.account();
  const holder = { kind: 'user', name: 'rsdash' } as const;
  await account.createGroup('dash');
  await account.createUser('rsdash');
  await account.addUserToGroup('rsdash', 'dash');
  await account.putInlinePolicy(holder, 'P', '{}');
  await account.attachPolicy(holder, 'arn:x');
  const key = await account.createAccessKey('rsdash');
  const certificate = await account.uploadSigningCertificate('rsdash', 'PEM');
  return {
    kind: 'user',
    name: 'rsdash',
    path: '/',
    arn: 'arn:rsdash',
    id: 'AIDA',
    created: '2026-01-01T00:00:00.000Z',
    memberships: ['dash'],
    inlinePolicies: [{ name: 'P', document: '{}' }],
    attachedPolicies: [{ name: 'x', arn: 'arn:x' }],
    accessKeys: [{ id: key.id, status: 'Active', created: '2026-01-01T00:00:00.000Z' }],
    certificates: [{ id: certificate.id, status: 'Active', body: 'PEM' }],
    hasLoginProfile: true,
    tags: [{ key: 'team', value: 'ops' }],
  };
}

async function inFolder(
  use: (store: JournalStore, folder: string) => Promise<void>,
): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deletion-'));
  try {
    await use(new JournalStore(folder), folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

test('deletes a user with everything that goes with it, and keeps the group', () =>
  inFolder(async (store) => {
    const fake = new FakeAccount();
    const parts = await fullUser(fake);
    assert.deepEqual(deletionChecklist(parts), [
      '1 access key',
      '1 signing certificate',
      'a console password',
      'member of 1 group',
      '1 inline policy',
      '1 attached policy',
    ]);
    const run = await beginDeletion(parts, PLACE, store, fake.account());
    assert.equal((await run.run(signal)).state, 'done');
    assert.equal(fake.userMap.size, 0);
    assert.equal(fake.groupMap.get('dash')?.members.size, 0);
    for (const secret of fake.secrets) assert.ok(!removedDocument(parts).includes(secret));
  }));

const OPERATIONS = [
  'RemoveUserFromGroup',
  'DetachPolicy',
  'DeletePolicy',
  'DeleteLoginProfile',
  'DeleteSigningCertificate',
  'DeleteAccessKey',
  'DeleteUser',
];
const KINDS: FaultKind[] = ['refused', 'lostBefore', 'lostAfter', 'killedBefore', 'killedAfter'];

for (const operation of OPERATIONS) {
  for (const kind of KINDS) {
    test(`goes on after ${operation} ${kind}, in this window or the next`, () =>
      inFolder(async (store, folder) => {
        const fake = new FakeAccount();
        const parts = await fullUser(fake);
        let run = await beginDeletion(parts, PLACE, store, fake.account());
        fake.fault = { operation, kind };
        assert.equal((await run.run(signal)).state, 'failed');
        if (kind.startsWith('killed')) {
          await run.release();
          const { runs } = await store.unfinished();
          const claimed = await store.claim(runs[0]!.id);
          assert.ok(claimed);
          assert.equal(unfinishedDeletion(claimed.run)?.name, parts.name);
          run = resumeDeletion(parts, claimed, fake.account());
        }
        assert.equal((await run.run(signal)).state, 'done');
        assert.equal(fake.userMap.size, 0);
        await run.keep();
        assert.deepEqual(fs.readdirSync(folder), []);
      }));
  }
}

test('what can be taken back is taken back', () =>
  inFolder(async (store) => {
    const fake = new FakeAccount();
    const parts = await fullUser(fake);
    const before = JSON.stringify(fake.snapshot());
    const run = await beginDeletion(parts, PLACE, store, fake.account());
    fake.fault = { operation: 'DeleteLoginProfile', kind: 'refused' };
    await run.run(signal);
    assert.equal((await run.undo(signal)).state, 'undone');
    assert.equal(JSON.stringify(fake.snapshot()), before);
  }));

test('the parts survive the journal', async () => {
  const parts = await fullUser(new FakeAccount());
  assert.deepEqual(partsFromJson(partsToJson(parts)), { permissionsBoundary: undefined, ...parts });
  assert.equal(partsFromJson({ kind: 'role', name: 'x' }), undefined);
});
