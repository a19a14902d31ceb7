import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import test from 'node:test';
import { JournalStore, type Journal, type JournalRecord } from '../../../../src/iam/journal';
import type { NewAccessKey } from '../../../../src/iam/model';
import {
  beginServiceAccount,
  resumeServiceAccount,
  unfinishedServiceAccount,
  type ServiceAccountInput,
  type StepPorts,
} from '../../../../src/iam/serviceAccount';
import type { Transaction } from '../../../../src/iam/transaction';
import { FakeAccount, Killed, type FaultKind } from '../fakeAccount';

const PASSPHRASE = 'passphrase for this test';
const signal = new AbortController().signal;

/** Folder, account and journal of one run, and the window that it runs in. */
class Stage {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'service-account-'));
  readonly journals = path.join(this.folder, 'journals');
  readonly keys = path.join(this.folder, 'keys');
  readonly fake = new FakeAccount();
  key: NewAccessKey | undefined;
  seen = '';
  private dead = false;

  constructor() {
    fs.mkdirSync(this.keys);
    this.fake.onKill = () => (this.dead = true);
  }

  input(existingGroup = false): ServiceAccountInput {
    return {
      userName: 'rsdash',
      path: '/',
      group: { kind: existingGroup ? 'existing' : 'new', name: 'dash' },
      policy: existingGroup
        ? { kind: 'none' }
        : { kind: 'inline', name: 'FullControl', document: '{"Statement":[]}' },
      accessKey: true,
      certificate: { keyLength: 2048, validityDays: 365, folder: this.keys, encrypted: false },
    };
  }

  ports(): StepPorts {
    return {
      account: this.fake.account(),
      keep: (key) => (this.key = key),
      passphrase: PASSPHRASE,
      wait: () => Promise.resolve(),
    };
  }

  async begin(input = this.input()): Promise<Transaction> {
    const store = new DyingStore(this.journals, () => this.dead, this);
    const place = { connectionId: 'practice', accountId: '111122223333' };
    return beginServiceAccount(input, place, store, this.ports());
  }

  /** A new window: nothing of the old one is left but the disk. */
  async restart(): Promise<Transaction> {
    this.dead = false;
    this.key = undefined;
    for (const name of fs.readdirSync(this.journals)) {
      if (name.endsWith('.lock')) fs.rmSync(path.join(this.journals, name));
    }
    const store = new JournalStore(this.journals);
    const { runs, damaged } = await store.unfinished();
    assert.equal(runs.length, 1);
    assert.deepEqual(damaged, []);
    const claimed = await store.claim(runs[0]!.id);
    assert.ok(claimed);
    const input = unfinishedServiceAccount(claimed.run);
    assert.ok(input);
    return resumeServiceAccount(input, claimed, this.ports());
  }

  files(): string[] {
    return fs.readdirSync(this.keys).sort();
  }

  end(): void {
    fs.rmSync(this.folder, { recursive: true });
  }
}

/** A journal that can be cut: after `appends` records the process ends, at a place of the write. */
interface Cut {
  appends: number;
  where: 'before' | 'torn' | 'after';
}

class DyingStore extends JournalStore {
  constructor(
    private readonly place: string,
    private readonly isDead: () => boolean,
    private readonly stage: Stage & { cut?: Cut },
  ) {
    super(place);
  }

  override async create(...args: Parameters<JournalStore['create']>): Promise<Journal> {
    const journal = await super.create(...args);
    const file = path.join(this.place, `${journal.id}.jsonl`);
    let count = 0;
    const append = async (record: JournalRecord): Promise<void> => {
      if (this.isDead()) throw new Killed('dead');
      const cut = this.stage.cut?.appends === ++count ? this.stage.cut.where : undefined;
      const die = (): never => {
        this.stage.fake.onKill();
        throw new Killed('killed');
      };
      if (cut === 'before') die();
      if (cut === 'torn') {
        fs.appendFileSync(file, JSON.stringify(record).slice(0, 25));
        die();
      }
      await journal.append(record);
      this.stage.seen += fs.readFileSync(file, 'utf8');
      if (cut === 'after') die();
    };
    return {
      id: journal.id,
      append,
      close: () => journal.close(),
      release: () => journal.release(),
    };
  }
}

const OPERATIONS = [
  'CreateGroup',
  'PutPolicy',
  'CreateUser',
  'AddUserToGroup',
  'UploadSigningCertificate',
  'CreateAccessKey',
];
const KINDS: FaultKind[] = ['refused', 'lostBefore', 'lostAfter', 'killedBefore', 'killedAfter'];

const COMPLETE = {
  users: [['rsdash', [], [], [], 1, 1]],
  groups: [['dash', [['FullControl', '{"Statement":[]}']], [], ['rsdash'], 0, 0]],
};
const EMPTY = { users: [], groups: [] };

function assertComplete(stage: Stage): void {
  assert.deepEqual(stage.fake.snapshot(), COMPLETE);
  assert.deepEqual(stage.files(), ['rsdash-cert.pem', 'rsdash-key.pem']);
  const [keyId] = stage.fake.userMap.get('rsdash')!.keys.keys();
  assert.equal(stage.key?.id, keyId, 'the key that is there is the one whose secret we have');
}

function assertNothing(stage: Stage): void {
  assert.deepEqual(stage.fake.snapshot(), EMPTY);
  assert.deepEqual(stage.files(), []);
  assert.deepEqual(fs.readdirSync(stage.journals), [], 'the journal is closed');
}

function assertNoSecret(stage: Stage): void {
  const journal = fs.readdirSync(stage.journals).map((name) => {
    const file = path.join(stage.journals, name);
    if (process.platform !== 'win32') assert.equal(fs.statSync(file).mode & 0o777, 0o600);
    return fs.readFileSync(file, 'utf8');
  });
  const text = stage.seen + journal.join('');
  for (const secret of [...stage.fake.secrets, PASSPHRASE]) assert.ok(!text.includes(secret));
  assert.doesNotMatch(text, /PRIVATE KEY/);
}

for (const operation of OPERATIONS) {
  for (const kind of KINDS) {
    for (const reaction of ['retry', 'undo'] as const) {
      test(`${operation} ${kind}, then ${reaction}`, async () => {
        const stage = new Stage();
        try {
          let run = await stage.begin();
          stage.fake.fault = { operation, kind };
          const first = await run.run(signal);
          if (first.state === 'failed') assert.ok(first.failures[0]!.message);
          assertNoSecret(stage);
          // A lost answer that did take effect is found out at once, for all but the secret.
          const recovered = kind === 'lostAfter' && operation !== 'CreateAccessKey';
          const repeatable = ['PutPolicy', 'AddUserToGroup'].includes(operation);
          assert.equal(first.state, recovered && !repeatable ? 'done' : 'failed');
          if (kind.startsWith('killed')) run = await stage.restart();
          const last = await (reaction === 'retry' ? run.run(signal) : run.undo(signal));
          assert.deepEqual(last.failures, []);
          assert.equal(last.state, reaction === 'retry' ? 'done' : 'undone');
          if (reaction === 'retry') assertComplete(stage);
          else assertNothing(stage);
          assertNoSecret(stage);
        } finally {
          stage.end();
        }
      });
    }
  }
}

/** Two records a step, intent and made, for the ten steps. */
for (let appends = 1; appends <= 20; appends += 1) {
  for (const where of ['before', 'torn', 'after'] as const) {
    test(`the window dies ${where} record ${appends} of the journal`, async () => {
      for (const reaction of ['retry', 'undo'] as const) {
        const stage = new Stage();
        try {
          Object.assign(stage, { cut: { appends, where } });
          const first = await (await stage.begin()).run(signal);
          assert.equal(first.state, 'failed');
          const run = await stage.restart();
          const last = await (reaction === 'retry' ? run.run(signal) : run.undo(signal));
          assert.deepEqual(last.failures, []);
          if (reaction === 'retry') assertComplete(stage);
          else assertNothing(stage);
        } finally {
          stage.end();
        }
      }
    });
  }
}

test('runs through, and keeps the journal until the hand-over', async () => {
  const stage = new Stage();
  try {
    const run = await stage.begin();
    const states: string[] = [];
    run.onDidProgress(({ steps }) => states.push(steps.map(({ state }) => state[0]).join('')));
    const last = await run.run(signal);
    assert.equal(last.state, 'done');
    assertComplete(stage);
    assertNoSecret(stage);
    assert.ok(states.includes('dddrpppppp') && states.at(-1) === 'dddddddddd');
    for (const file of stage.files()) {
      if (process.platform === 'win32') continue;
      assert.equal(fs.statSync(path.join(stage.keys, file)).mode & 0o777, 0o600);
    }
    const uploaded = [...stage.fake.userMap.get('rsdash')!.certificates.values()][0]!.body;
    assert.equal(uploaded, fs.readFileSync(path.join(stage.keys, 'rsdash-cert.pem'), 'utf8'));
    assert.equal(fs.readdirSync(stage.journals).length, 2);
    await run.keep();
    assert.deepEqual(fs.readdirSync(stage.journals), []);
  } finally {
    stage.end();
  }
});

test('a window that closes before the secret was saved leaves a key that is offered again', async () => {
  const stage = new Stage();
  try {
    await (await stage.begin()).run(signal);
    const run = await stage.restart();
    const key = run.progress().steps.find(({ id }) => id === 'createAccessKey');
    assert.equal(key?.state, 'unusable');
    assert.equal((await run.run(signal)).state, 'done');
    assertComplete(stage);
    assert.equal(stage.fake.calls.filter((call) => call === 'DeleteAccessKey').length, 1);
  } finally {
    stage.end();
  }
});

test('undoes only what this run made', async () => {
  const stage = new Stage();
  try {
    await stage.fake.account().createGroup('dash');
    const before = stage.fake.snapshot();
    const run = await stage.begin(stage.input(true));
    stage.fake.fault = { operation: 'CreateAccessKey', kind: 'refused' };
    assert.equal((await run.run(signal)).state, 'failed');
    assert.equal((await run.undo(signal)).state, 'undone');
    assert.deepEqual(stage.fake.snapshot(), before);
  } finally {
    stage.end();
  }
});

test('an undo that fails is reported and can be repeated', async () => {
  const stage = new Stage();
  try {
    const run = await stage.begin();
    stage.fake.fault = { operation: 'CreateAccessKey', kind: 'refused' };
    await run.run(signal);
    stage.fake.fault = { operation: 'DeleteSigningCertificate', kind: 'lostAfter' };
    const failed = await run.undo(signal);
    assert.equal(failed.state, 'undoFailed');
    assert.equal(failed.failures[0]?.stepId, 'uploadCertificate');
    assert.equal((await run.undo(signal)).state, 'undone');
    assertNothing(stage);
  } finally {
    stage.end();
  }
});

test('stops between steps when cancelled, and goes on', async () => {
  const stage = new Stage();
  try {
    const run = await stage.begin();
    const cancel = new AbortController();
    run.onDidProgress(({ steps }) => {
      if (steps[2]?.state === 'done') cancel.abort();
    });
    const stopped = await run.run(cancel.signal);
    assert.equal(stopped.state, 'cancelled');
    assert.equal(stopped.steps[3]?.state, 'pending');
    assert.equal((await run.run(signal)).state, 'done');
    assertComplete(stage);
  } finally {
    stage.end();
  }
});

test('overwrites no file', async () => {
  const stage = new Stage();
  try {
    fs.writeFileSync(path.join(stage.keys, 'rsdash-key.pem'), 'precious');
    const run = await stage.begin();
    const failed = await run.run(signal);
    assert.match(failed.failures[0]?.message ?? '', /already there/);
    await run.undo(signal);
    assert.equal(fs.readFileSync(path.join(stage.keys, 'rsdash-key.pem'), 'utf8'), 'precious');
    assert.deepEqual(stage.fake.snapshot(), EMPTY);
  } finally {
    stage.end();
  }
});

test('leaves a file that was changed since', async () => {
  const stage = new Stage();
  try {
    const run = await stage.begin();
    await run.run(signal);
    const file = path.join(stage.keys, 'rsdash-cert.pem');
    fs.appendFileSync(file, 'a note of mine\n');
    const undone = await run.undo(signal);
    assert.equal(undone.state, 'undoFailed');
    assert.match(undone.failures[0]?.message ?? '', /changed since/);
    assert.ok(fs.existsSync(file));
    await run.keep();
  } finally {
    stage.end();
  }
});
