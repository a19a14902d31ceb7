import assert from 'node:assert/strict';
import { X509Certificate, createPrivateKey } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Account } from '../../src/iam/account';
import type { ServiceAccountPage } from '../../src/pages/serviceAccount/host';
import type { PageState } from '../../src/pages/serviceAccount/state';
import { ScriptedPrompter, type ScriptedAnswer } from './scriptedPrompts';
import { practiceAccount, run, services } from './workbench';

/** What the tests look at of a page. */
type Page = Pick<ServiceAccountPage, 'session' | 'receive'>;

let openPages: Set<Page>;

/** The page that was opened last. */
function page(): Page {
  const last = [...openPages].at(-1);
  assert.ok(last, 'no page was opened');
  return last;
}

function stateOf<K extends PageState['page']>(kind: K): Extract<PageState, { page: K }> {
  const state = page().session.state();
  assert.equal(state?.page, kind);
  return state as Extract<PageState, { page: K }>;
}

const POLICY = [{ at: 'Create Service Account', pick: 'Full access' }, { text: 'FullControl' }];

describe('a service account', () => {
  let account: Account;
  let folder: string;

  beforeEach(async () => {
    account = await practiceAccount();
    openPages = (await services()).openPages as unknown as Set<Page>;
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'service-account-'));
  });
  afterEach(async () => {
    for (const each of [...openPages]) await each.session.secretIsSafe();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is created as in the article, and handed over', async () => {
    const name = 'dashboard';
    await run(
      'createServiceAccount',
      [],
      { text: account.users.items[0]!.name.toUpperCase(), says: 'exists' },
      { text: 'dash board', says: 'a space' },
      { text: name },
      { pick: 'A new group' },
      { text: 'Dashboards' },
      ...POLICY,
      { pickMany: ['Access key', 'X.509 signing certificate'] },
      { pick: 'RSA 2048' },
      { text: '365' },
      { pick: 'With a passphrase' },
      { text: 'correct horse' },
      { text: 'correct house', says: 'do not match' },
      { text: 'correct horse' },
      { file: vscode.Uri.file(folder) },
      { pick: 'CSV' },
    );
    const review = stateOf('review');
    assert.deepEqual(review.problems, []);
    assert.match(review.policy?.warning ?? '', /everything in the account/);
    assert.match(review.policy?.sentence ?? '', /every action of every AWS service/);
    assert.ok(review.commands.bash.includes('aws iam create-group --group-name Dashboards'));
    assert.equal(account.user(name), undefined, 'nothing is made before "Create"');

    await page().receive({ type: 'create' });
    const handover = stateOf('handover');
    assert.match(handover.accessKeyId ?? '', /^AKIA/);
    assert.equal(handover.accountIdWithDashes, '1111-2222-3333');
    assert.deepEqual(account.user(name)?.groups, ['Dashboards']);
    const certificate = new X509Certificate(fs.readFileSync(handover.certificateFile!));
    const key = fs.readFileSync(handover.privateKeyFile!, 'utf8');
    assert.ok(certificate.checkPrivateKey(createPrivateKey({ key, passphrase: 'correct horse' })));
    const { secret } = page().session.handover().accessKey!;
    assert.ok(!JSON.stringify(handover).includes(secret), 'the page is told no secret unasked');

    const csv = path.join(folder, 'key.csv');
    await answer({ type: 'save', form: 'csv' }, { file: vscode.Uri.file(csv) });
    assert.ok(fs.readFileSync(csv, 'utf8').includes(secret));
    assert.equal(stateOf('handover').secretIsSafe, true);
    assert.deepEqual(await journals(), []);
  });

  it('keeps the answers when it is left, and goes back', async () => {
    await run('createServiceAccount', [], { text: 'kept' }, { escape: true });
    const again = await run(
      'createServiceAccount',
      [],
      { text: 'kept' },
      { pick: 'No group' },
      { back: true },
      { pick: 'No group' },
      { pick: 'No policy yet' },
      { pickMany: ['Access key'] },
      { pick: 'Only the page' },
    );
    assert.equal(again.asked.length, 7);
    assert.equal(stateOf('review').title, 'Create service account kept');
    await page().receive({ type: 'cancel' });
    assert.equal(account.user('kept'), undefined);
  });

  it('asks once about a secret that nobody has when the page closes', async () => {
    const { name } = account.groups.items[0]!;
    await run(
      'createServiceAccount',
      [{ ref: { kind: 'group', name } }],
      { text: 'closing' },
      { pickMany: ['Access key'] },
      { pick: 'Only the page' },
    );
    await page().receive({ type: 'create' });
    const { accessKeyId } = stateOf('handover');
    assert.deepEqual(account.user('closing')?.groups, [name]);
    await answer({ type: 'done' }, { at: accessKeyId, press: 'Delete the Key' });
    await until(async () => (await account.listAccessKeys('closing')).length === 0);
  });

  it('answers nothing but its closed list of messages', async () => {
    await run(
      'createServiceAccount',
      [],
      { text: 'closed' },
      { pick: 'No group' },
      { pick: 'No policy yet' },
      { pickMany: ['Access key'] },
      { pick: 'Only the page' },
    );
    for (const message of [undefined, 'create', { type: 'eval' }, { type: 'save', form: 1 }, []]) {
      await page().receive(message);
    }
    assert.equal(stateOf('review').page, 'review');
    assert.equal(account.user('closed'), undefined);
  });
});

/** Sends the page a message, and answers what that asks. */
async function answer(message: unknown, ...answers: ScriptedAnswer[]): Promise<void> {
  const prompts = new ScriptedPrompter(...answers);
  (await services()).prompts = prompts;
  await page().receive(message);
  await until(() => Promise.resolve(prompts.isDone()));
  prompts.done();
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('it did not come to that in five seconds');
}

async function journals(): Promise<string[]> {
  const { context } = await services();
  const folder = vscode.Uri.joinPath(context.globalStorageUri, 'journals').fsPath;
  return fs.existsSync(folder) ? fs.readdirSync(folder) : [];
}
