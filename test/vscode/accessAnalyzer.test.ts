import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Services } from '../../src/services';
import { FakeAnalyzer } from './fakeAnalyzer';
import { practiceAccount, run, services } from './workbench';

const SOURCE = 'IAM Access Analyzer';
const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "First",
      "Effect": "Allow",
      "Action": ["s3:GetObjct", "s3:PutObject"],
      "Resource": "arn:aws:s3:::secret-bucket/*"
    }
  ]
}
`;
const PRICE = 'Check, and Do Not Ask Again in This Window';

async function open(content = POLICY): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'aws-iam-policy', content });
  return vscode.window.showTextDocument(document);
}

const marks = ({ uri }: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
const codeOf = ({ code }: vscode.Diagnostic) => (typeof code === 'object' ? code.value : code);

/** Waits until our own check has found the misspelled action. */
async function ours(document: vscode.TextDocument): Promise<void> {
  await until(() =>
    vscode.languages.getDiagnostics(document.uri).some((each) => each.source === 'IAM'),
  );
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isSo(); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.ok(isSo(), isSo.toString());
}

async function insert({ document }: vscode.TextEditor, offset: number, text: string) {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(offset), text);
  await vscode.workspace.applyEdit(edit);
}

const finding = (issueCode: string, ...steps: (string | number)[]) => ({
  issueCode,
  findingType: 'SECURITY_WARNING',
  findingDetails: `AWS says ${issueCode}.`,
  learnMoreLink: `https://docs.aws.amazon.com/IAM/latest/UserGuide/page.html#${issueCode}`,
  locations: [
    {
      path: steps.map((step) => (typeof step === 'number' ? { index: step } : { value: step })),
      span: {
        start: { line: 1, column: 0, offset: 0 },
        end: { line: 1, column: 1, offset: 1 },
      },
    },
  ],
});
const DOUBLE = { ...finding('INVALID_ACTION', 'Statement', 0, 'Action', 0), findingType: 'ERROR' };
const NEW = finding('SOMETHING_NEW', 'Statement', 0, 'Resource');

/** What the log is told while the work runs. */
async function logged(all: Services, work: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = [];
  const { log } = all;
  const info = log.info.bind(log);
  log.info = (line) => lines.push(line);
  try {
    await work();
  } finally {
    log.info = info;
  }
  return lines;
}

describe('Access Analyzer', () => {
  let all: Services;
  before(async () => {
    all = await services();
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  describe('of the practice account', () => {
    before(practiceAccount);

    it('agrees with our own checks, marks nothing twice and says that it is not AWS', async () => {
      const { document } = await open();
      await ours(document);
      let messages: string[] = [];
      const lines = await logged(all, async () => {
        ({ messages } = await run('checkWithAccessAnalyzer', []));
      });
      assert.match(
        messages[0] ?? '',
        /^info: The practice account's own checks \(not AWS\) found 1 thing: 1 known here already\. Checked at /,
      );
      assert.deepEqual(marks(document), []);
      assert.deepEqual(
        lines.map((line) => line.trim()),
        [
          `ValidatePolicy of ${vscode.workspace.asRelativePath(document.uri)} by the practice account: 0 found by the practice account only, 1 found by both`,
          'Found by both: INVALID_ACTION at Statement[0].Action[0] (line 7, column 18)',
        ],
      );
      assert.ok(!lines.join().includes('secret-bucket'));
    });

    it('has no custom policy checks, and says so before anything is asked', async () => {
      await open();
      for (const command of [
        'checkAccessNotGranted',
        'checkForNewAccess',
        'checkForPublicAccess',
      ]) {
        const { messages, asked } = await run(command, []);
        assert.match(messages[0] ?? '', /practice account has no custom policy checks/);
        assert.deepEqual(asked, []);
      }
    });

    it('offers to connect where nothing is connected', async () => {
      await all.connections.disconnect();
      await open(POLICY);
      const { messages } = await run('checkWithAccessAnalyzer', [], {
        press: 'Use the Practice Account',
      });
      assert.equal(messages[0], 'warning: IAM is not connected to an account.');
      assert.match(messages[1] ?? '', /practice account's own checks/);
    });

    it('asks for a policy, and for its kind where that is not known', async () => {
      const nothing = await run('checkWithAccessAnalyzer', []);
      assert.match(nothing.messages[0] ?? '', /holds no IAM policy/);
      await open('{"Version":"2012-10-17","Statement":[]}');
      const unknown = await run('checkWithAccessAnalyzer', []);
      assert.match(unknown.messages[0] ?? '', /depends on what the policy is used as/);
    });
  });

  describe('behind an endpoint', () => {
    let analyzer: FakeAnalyzer;
    beforeEach(async () => {
      analyzer = await FakeAnalyzer.connect(all);
    });
    afterEach(() => analyzer.close(all));

    const validated = (...findings: object[]) => {
      analyzer.answer = () => ({ body: { findings } });
    };

    it('is shown beside our findings: its own words, level and page, and nothing twice', async () => {
      const { document } = await open();
      await ours(document);
      validated(DOUBLE, NEW);
      const lines = await logged(all, () => run('checkWithAccessAnalyzer', [document.uri]));
      const [mark, ...others] = marks(document);
      assert.ok(mark);
      assert.deepEqual(others, []);
      assert.equal(mark.message, 'AWS says SOMETHING_NEW.');
      assert.equal(mark.severity, vscode.DiagnosticSeverity.Warning);
      assert.equal(document.getText(mark.range), '"arn:aws:s3:::secret-bucket/*"');
      assert.deepEqual(
        typeof mark.code === 'object' && mark.code.target.toString(true),
        NEW.learnMoreLink,
      );
      const both = vscode.languages.getDiagnostics(document.uri);
      assert.deepEqual(both.map(codeOf).sort(), ['INVALID_ACTION', 'SOMETHING_NEW']);
      assert.deepEqual(
        lines.slice(1).map((line) => line.trim()),
        [
          'Found by both: INVALID_ACTION at Statement[0].Action[0] (line 7, column 18)',
          'Found there only: SOMETHING_NEW at Statement[0].Resource (line 8, column 19)',
        ],
      );
      const [call] = analyzer.calls;
      assert.equal(call?.path, '/policy/validation');
      assert.deepEqual(call.body, {
        locale: 'EN',
        policyDocument: POLICY,
        policyType: 'IDENTITY_POLICY',
      });
    });

    it('moves its marks with the text and takes one away when its place is edited', async () => {
      const editor = await open();
      const { document } = editor;
      validated(NEW, finding('AT_THE_SID', 'Statement', 0, 'Sid'));
      await run('checkWithAccessAnalyzer', []);
      assert.equal(marks(document).length, 2);
      await insert(editor, 2, '  "Id": "x",\n');
      assert.deepEqual(
        marks(document).map(({ range }) => document.getText(range)),
        ['"arn:aws:s3:::secret-bucket/*"', '"First"'],
      );
      await insert(editor, document.getText().indexOf('secret'), 'x');
      assert.deepEqual(marks(document).map(codeOf), ['AT_THE_SID']);
    });

    it('places what arrives after an edit where the text is by then', async () => {
      const editor = await open();
      const { document } = editor;
      let answer: (findings: object) => void = () => undefined;
      analyzer.answer = async () => ({
        body: await new Promise<object>((resolve) => (answer = resolve)),
      });
      const running = run('checkWithAccessAnalyzer', []);
      await until(() => analyzer.calls.length === 1);
      await insert(editor, document.getText().indexOf('First'), 'The');
      await insert(editor, 0, '\n\n');
      answer({ findings: [NEW, finding('AT_THE_SID', 'Statement', 0, 'Sid')] });
      await running;
      assert.deepEqual(
        marks(document).map(({ range }) => document.getText(range)),
        ['"arn:aws:s3:::secret-bucket/*"'],
      );
    });

    it('is left out where the settings turn a code off', async () => {
      const settings = vscode.workspace.getConfiguration('iamWorkbench.policy');
      const { Global } = vscode.ConfigurationTarget;
      await settings.update('checks', { SOMETHING_NEW: 'off' }, Global);
      try {
        const { document } = await open();
        validated(NEW);
        const { messages } = await run('checkWithAccessAnalyzer', []);
        assert.match(messages[0] ?? '', /found 1 thing: 1 turned off in the settings/);
        assert.deepEqual(marks(document), []);
      } finally {
        await settings.update('checks', undefined, Global);
      }
    });

    it('can be cancelled while it is asked', async () => {
      const { document } = await open();
      analyzer.answer = () => new Promise(() => undefined);
      const stopping = new AbortController();
      const { active } = all.connections;
      assert.ok(active);
      const asked = all.policyAnalyzer.check(document, active, stopping.signal);
      await until(() => analyzer.calls.length === 1);
      stopping.abort();
      await assert.rejects(asked, { reason: 'cancelled' });
      assert.deepEqual(marks(document), []);
    });

    it('names the missing permission and offers the statement to ask for', async () => {
      await open();
      analyzer.answer = () => ({
        status: 403,
        error: 'AccessDeniedException',
        body: { message: 'User: x is not authorized to perform: access-analyzer:ValidatePolicy' },
      });
      await run('checkWithAccessAnalyzer', [], { press: 'Copy the Statement to Ask For' });
      const statement = JSON.parse(await vscode.env.clipboard.readText()) as { Action: string };
      assert.equal(statement.Action, 'access-analyzer:ValidatePolicy');
    });

    it('is asked when a policy is saved, only where the setting says so', async () => {
      const settings = vscode.workspace.getConfiguration('iamWorkbench');
      const { Global } = vscode.ConfigurationTarget;
      const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'iam-workbench-save-'));
      const file = path.join(folder, 'a.iam.json');
      await fs.writeFile(file, POLICY);
      validated(NEW);
      try {
        const document = await vscode.workspace.openTextDocument(file);
        const editor = await vscode.window.showTextDocument(document);
        await insert(editor, 0, '\n');
        assert.ok(await document.save());
        await new Promise((resolve) => setTimeout(resolve, 300));
        assert.deepEqual(analyzer.calls, []);
        await settings.update('accessAnalyzer.onSave', true, Global);
        await insert(editor, 0, '\n');
        assert.ok(await document.save());
        await until(() => marks(document).length === 1);
      } finally {
        await settings.update('accessAnalyzer.onSave', undefined, Global);
        await fs.rm(folder, { recursive: true, force: true });
      }
    });

    it('says the price before the first priced call, and once only when asked so', async () => {
      await open();
      analyzer.answer = () => ({ body: { result: 'PASS', message: 'Fine.' } });
      const access = [{ text: 's3:DeleteBucket' }, { text: '' }] as const;
      await run('checkAccessNotGranted', [], ...access, { at: 'AWS charges', escape: true });
      assert.deepEqual(analyzer.calls, []);
      const first = await run('checkAccessNotGranted', [], ...access, { press: PRICE });
      assert.deepEqual(first.messages, ['info: The policy does not grant this access. AWS: Fine.']);
      await run(
        'checkAccessNotGranted',
        [],
        { text: '' },
        { text: '', says: 'Name an action' },
        { text: 'arn:aws:s3:::b' },
      );
      assert.deepEqual(
        analyzer.calls.map(({ body }) => body['access']),
        [[{ actions: ['s3:DeleteBucket'] }], [{ resources: ['arn:aws:s3:::b'] }]],
      );
    });

    it('marks the statement that gives new access, compared with another open editor', async () => {
      const before = await vscode.workspace.openTextDocument({
        language: 'json',
        content: '{ "Statement": [] }',
      });
      const { document } = await open();
      const reasons = [{ description: 'New access in statement 0.', statementIndex: 0 }];
      analyzer.answer = () => ({ body: { result: 'FAIL', message: 'More.', reasons } });
      const { messages } = await run('checkForNewAccess', [], {
        pick: vscode.workspace.asRelativePath(before.uri),
      });
      assert.deepEqual(messages, [
        'warning: The policy allows more than before. AWS: More. New access in statement 0.',
      ]);
      assert.deepEqual(analyzer.calls[0]?.body, {
        existingPolicyDocument: '{ "Statement": [] }',
        newPolicyDocument: POLICY,
        policyType: 'IDENTITY_POLICY',
      });
      assert.deepEqual(
        marks(document).map((mark) => [codeOf(mark), document.getText(mark.range)]),
        [['CheckNoNewAccess', '"First"']],
      );
      analyzer.answer = () => ({ body: { result: 'PASS', message: '' } });
      await run('checkForNewAccess', [], { pick: vscode.workspace.asRelativePath(before.uri) });
      assert.deepEqual(marks(document), []);
    });

    it('compares with the committed version of a file', async () => {
      const folder = await fs.realpath(
        await fs.mkdtemp(path.join(os.tmpdir(), 'iam-workbench-git-')),
      );
      const git = (...words: string[]) =>
        execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], {
          cwd: folder,
        });
      const file = path.join(folder, 'a.iam.json');
      await fs.writeFile(file, '{"Statement":[]}');
      git('init', '-q');
      git('add', '.');
      git('commit', '-q', '-m', 'x');
      await fs.writeFile(file, POLICY);
      try {
        const extension = vscode.extensions.getExtension<{
          getAPI(version: 1): { openRepository(uri: vscode.Uri): Promise<unknown> };
        }>('vscode.git');
        assert.ok(extension);
        await (await extension.activate()).getAPI(1).openRepository(vscode.Uri.file(folder));
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
        analyzer.answer = () => ({ body: { result: 'PASS', message: '' } });
        await run('checkForNewAccess', [], { pick: 'The committed version' });
        assert.equal(analyzer.calls[0]?.body['existingPolicyDocument'], '{"Statement":[]}');
      } finally {
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        await fs.rm(folder, { recursive: true, force: true });
      }
    });

    it('checks for public access the type that the policy names, and no identity policy', async () => {
      await open();
      const { messages } = await run('checkForPublicAccess', []);
      assert.match(messages[0] ?? '', /Only the policy of a resource/);
      await open(
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:eu-west-1:111122223333:q"}]}',
      );
      analyzer.answer = () => ({ body: { result: 'FAIL', message: 'Public.', reasons: [] } });
      await run('checkForPublicAccess', [], { pick: 'AWS::SQS::Queue' });
      assert.equal(analyzer.calls[0]?.body['resourceType'], 'AWS::SQS::Queue');
    });
  });
});
