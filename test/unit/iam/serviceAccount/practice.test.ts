import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import test from 'node:test';
import { planUserDeletion } from '../../../../src/iam/deleteUser';
import { beginDeletion } from '../../../../src/iam/deletion';
import { isIamError } from '../../../../src/iam/errors';
import { JournalStore } from '../../../../src/iam/journal';
import type { NewAccessKey } from '../../../../src/iam/model';
import {
  beginServiceAccount,
  planServiceAccount,
  type ServiceAccountInput,
} from '../../../../src/iam/serviceAccount';
import type { Fault } from '../../../../src/sandbox/sandbox';
import { openPractice, type Practice } from '../practice';

const signal = new AbortController().signal;
const PLACE = { connectionId: 'practice', accountId: '111122223333' };
const DOCUMENT =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

const OPERATIONS = [
  'CreateGroup',
  'PutGroupPolicy',
  'CreateUser',
  'AddUserToGroup',
  'UploadSigningCertificate',
  'CreateAccessKey',
];

const EFFECTS: Record<string, Fault['effect']> = {
  refused: { kind: 'error', status: 403, code: 'AccessDenied', message: 'not authorized' },
  'answered with a fault': { kind: 'error', status: 500, code: 'ServiceFailure', message: 'x' },
  'lost before': { kind: 'lostBefore' },
  'lost after': { kind: 'lostAfter' },
  'answered with HTML': { kind: 'html' },
};

interface Stage extends Practice {
  folder: string;
  input: ServiceAccountInput;
  store: JournalStore;
  key: () => NewAccessKey | undefined;
  begin: () => ReturnType<typeof beginServiceAccount>;
}

async function onStage(use: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'practice-'));
  const keys = path.join(folder, 'keys');
  fs.mkdirSync(keys);
  try {
    const practice = await openPractice();
    let key: NewAccessKey | undefined;
    const input: ServiceAccountInput = {
      userName: 'rsdash',
      path: '/',
      group: { kind: 'new', name: 'RightScaleDash' },
      policy: { kind: 'inline', name: 'FullControl', document: DOCUMENT },
      accessKey: true,
      certificate: { keyLength: 2048, validityDays: 365, folder: keys, encrypted: false },
    };
    const store = new JournalStore(path.join(folder, 'journals'));
    await use({
      ...practice,
      folder: keys,
      input,
      store,
      key: () => key,
      begin: () =>
        beginServiceAccount(input, PLACE, store, {
          account: practice.account,
          keep: (made) => (key = made),
          wait: () => Promise.resolve(),
        }),
    });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Asked of IAM anew, not of the model. */
async function assertComplete({ account, key, folder }: Stage): Promise<void> {
  await account.load();
  assert.deepEqual(account.user('rsdash')?.groups, ['RightScaleDash']);
  assert.deepEqual(
    account.group('RightScaleDash')?.inlinePolicies.map(({ name }) => name),
    ['FullControl'],
  );
  const keys = await account.listAccessKeys('rsdash');
  assert.deepEqual(
    keys.map(({ id }) => id),
    [key()?.id],
    'the only key is the one whose secret is known',
  );
  const certificates = await account.listSigningCertificates('rsdash');
  assert.equal(certificates.length, 1);
  const file = fs.readFileSync(path.join(folder, 'rsdash-cert.pem'), 'utf8');
  assert.equal(certificates[0]?.body.trim(), file.trim());
}

async function assertNothing({ account, folder }: Stage): Promise<void> {
  await account.load();
  assert.deepEqual([account.users.items.length, account.groups.items.length], [0, 0]);
  assert.deepEqual(fs.readdirSync(folder), []);
}

for (const operation of OPERATIONS) {
  for (const [name, effect] of Object.entries(EFFECTS)) {
    for (const reaction of ['retry', 'undo'] as const) {
      test(`${operation} ${name}, then ${reaction}`, () =>
        onStage(async (stage) => {
          const run = await stage.begin();
          stage.sandbox.addFault({ operation, effect });
          let progress = await run.run(signal);
          if (progress.state !== 'done') assert.ok(progress.failures[0]?.message);
          progress = await (reaction === 'retry' ? run.run(signal) : run.undo(signal));
          assert.deepEqual(progress.failures, []);
          await (reaction === 'retry' ? assertComplete(stage) : assertNothing(stage));
        }));
    }
  }
}

test('CreateAccessKey is sent once, whatever happens to its answer', () =>
  onStage(async (stage) => {
    const run = await stage.begin();
    stage.sandbox.addFault({ operation: 'CreateAccessKey', effect: { kind: 'lostAfter' } });
    const failed = await run.run(signal);
    assert.equal(stage.calls().filter((each) => each === 'CreateAccessKey').length, 1);
    assert.equal(failed.steps.find(({ id }) => id === 'createAccessKey')?.state, 'unusable');
    assert.match(failed.failures[0]?.message ?? '', /AKIA\w+ was made without anybody/);
  }));

test('a network that is gone for good leaves the journal to say what may be there', () =>
  onStage(async (stage) => {
    const run = await stage.begin();
    stage.sandbox.addFault({
      operation: 'UploadSigningCertificate',
      effect: { kind: 'lostAfter' },
    });
    stage.sandbox.addFault({
      operation: 'ListSigningCertificates',
      times: 1000,
      effect: { kind: 'lostBefore' },
    });
    const failed = await run.run(signal);
    assert.equal(failed.state, 'failed');
    assert.equal(failed.steps.find(({ id }) => id === 'uploadCertificate')?.state, 'uncertain');
    stage.sandbox.clearFaults();
    assert.equal((await run.undo(signal)).state, 'undone');
    await assertNothing(stage);
  }));

test('a user and a group that were there before are left alone', () =>
  onStage(async (stage) => {
    await stage.account.createGroup('rightscaledash');
    const plan = await planServiceAccount(stage.input, stage.account);
    assert.match(plan.problems.join(), /group named rightscaledash exists/);
    const run = await stage.begin();
    assert.equal((await run.run(signal)).state, 'failed');
    assert.equal((await run.undo(signal)).state, 'undone');
    await stage.account.load();
    assert.deepEqual(
      stage.account.groups.items.map(({ name }) => name),
      ['rightscaledash'],
    );
  }));

test('a service account is deleted with everything that goes with it', () =>
  onStage(async (stage) => {
    const made = await stage.begin();
    await made.run(signal);
    await made.keep();
    await stage.account.load();
    const { parts, obstacles, active } = await planUserDeletion('rsdash', stage.account);
    assert.deepEqual(obstacles, []);
    assert.deepEqual([active.accessKeys.length, active.certificates.length], [1, 1]);
    const run = await beginDeletion(parts, PLACE, stage.store, stage.account);
    const progress = await run.run(signal);
    assert.deepEqual(progress.failures, []);
    await stage.account.load();
    assert.equal(stage.account.users.items.length, 0);
    assert.equal(stage.account.members('RightScaleDash').length, 0);
  }));

test('an access key for a user that is there, up to its quota', () =>
  onStage(async (stage) => {
    await stage.account.createUser('old');
    await stage.account.load();
    const input: ServiceAccountInput = {
      userName: 'old',
      userExists: true,
      path: '/',
      group: { kind: 'none' },
      policy: { kind: 'none' },
      accessKey: true,
    };
    for (const problems of [0, 0, 1]) {
      const plan = await planServiceAccount(input, stage.account);
      assert.equal(plan.problems.length, problems, plan.problems.join());
      assert.equal(plan.commands.bash.includes('create-user'), false);
      const run = await beginServiceAccount(input, PLACE, stage.store, {
        account: stage.account,
        keep: () => undefined,
      });
      const progress = await run.run(signal);
      assert.equal(progress.state, problems === 0 ? 'done' : 'failed');
      await run.undo(signal).then(() => undefined);
      if (problems === 0) await stage.account.createAccessKey('old');
    }
    assert.equal((await stage.account.listAccessKeys('old')).length, 2);
  }));

test('an error of the account is an IamError here too', () =>
  onStage(async (stage) => {
    await assert.rejects(planUserDeletion('nobody', stage.account), isIamError);
  }));
