import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { services } from './workbench';
import { ScriptedPrompter } from './scriptedPrompts';

const policy = (...statements: string[]) =>
  `{\n  "Version": "2012-10-17",\n  "Statement": [\n    ${statements.join(',\n    ')}\n  ]\n}\n`;

const misspelled = policy(
  '{ "Effect": "Allow", "Action": ["s3:GetObjct", "s3:PutObjct"], "Resource": "arn:aws:s3:::b/*" }',
);

async function open(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'aws-iam-policy', content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Actions where a text stands, those of a kind only where one is given, with their edits. */
async function actions(document: vscode.TextDocument, at: string, kind?: string) {
  const offset = document.getText().indexOf(at);
  assert.ok(offset >= 0, at);
  const position = document.positionAt(offset + 1);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(position, position),
    kind,
    100,
  );
}

function named(found: readonly vscode.CodeAction[], title: string): vscode.CodeAction {
  const action = found.find((each) => each.title === title);
  assert.ok(action, `${title} is not among ${found.map((each) => each.title).join(', ')}`);
  return action;
}

async function apply(action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit);
  await vscode.workspace.applyEdit(action.edit);
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`${what} did not come about`);
}

const codes = (document: vscode.TextDocument) =>
  vscode.languages
    .getDiagnostics(document.uri)
    .map(({ code }) => (typeof code === 'object' ? code.value : code));

const checksSetting = () => vscode.workspace.getConfiguration('iamWorkbench.policy');

describe('code actions', () => {
  afterEach(async () => {
    await checksSetting().update('checks', undefined, vscode.ConfigurationTarget.Global);
    await checksSetting().update('checks', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('come in order: the fix, all of its code, then what is about the code', async () => {
    const document = await open(misspelled);
    await until('the findings', () => codes(document).length === 2);
    const found = await actions(document, '"s3:GetObjct"', 'quickfix');
    assert.deepEqual(
      found.map(({ title }) => title),
      [
        'Change to s3:GetObject',
        'Fix all 2 of INVALID_ACTION',
        'Explain INVALID_ACTION',
        'Show INVALID_ACTION as…',
        'Turn INVALID_ACTION off in settings',
      ],
    );
    assert.deepEqual(
      found.map(({ isPreferred }) => isPreferred === true),
      [true, false, false, false, false],
    );
  });

  it('fix all of a code as if one after the other, and undo gives the text back', async () => {
    const statement = '{ "Sid": "A", "Effect": "Allow", "Action": "s3:*", "Resource": "*" }';
    const text = policy(statement, statement.replace('s3', 'sns'), statement.replace('s3', 'sqs'));
    const document = await open(text);
    const found = await actions(document, '"A", "Effect": "Allow", "Action": "sns', 'quickfix');
    const all = found.find(({ title }) => /^Fix all 2 of UNIQUE_SIDS_/.test(title));
    assert.ok(all, found.map(({ title }) => title).join());
    await apply(all);
    assert.deepEqual(
      [...document.getText().matchAll(/"Sid": "(\w+)"/g)].map((match) => match[1]),
      ['A', 'A2', 'A3'],
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('that cannot change the meaning run on save', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'iam-workbench-actions-'));
    const file = path.join(folder, 'reports.iam.json');
    writeFileSync(
      file,
      policy(
        '{ "Sid": "", "Effect": "Allow", "Action": ["s3:GetObject", "s3:Get*"], "Resource": "*" }',
      ),
    );
    const editor = vscode.workspace.getConfiguration('editor');
    await editor.update(
      'codeActionsOnSave',
      { 'source.fixAll.iamWorkbench': 'always' },
      vscode.ConfigurationTarget.Global,
    );
    try {
      const document = await vscode.workspace.openTextDocument(file);
      const shown = await vscode.window.showTextDocument(document);
      await shown.edit((builder) => builder.insert(new vscode.Position(0, 1), ' '));
      await document.save();
      await until('the fixed text', () => document.getText().includes('"Action": ["s3:Get*"]'));
      assert.ok(!document.getText().includes('Sid'));
    } finally {
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('offer refactorings by their kind; undo gives the text back', async () => {
    const text = policy('{ "Effect": "Allow", "Action": "sqs:Send*", "Resource": "*" }');
    const document = await open(text);
    const found = await actions(document, '"sqs:Send*"', 'refactor');
    for (const { kind } of found) assert.match(kind?.value ?? '', /^refactor\.\w+\.\w+$/);
    const inline = await actions(document, '"sqs:Send*"', 'refactor.inline');
    assert.deepEqual(
      inline.map(({ title }) => title),
      ['Expand sqs:Send* to 1 action'],
    );
    await apply(named(inline, 'Expand sqs:Send* to 1 action'));
    assert.equal(document.getText(), text.replace('Send*', 'SendMessage'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('turn a code off, in the workspace where there is one', async () => {
    const document = await open(misspelled);
    await until('the findings', () => codes(document).length === 2);
    const action = named(
      await actions(document, '"s3:GetObjct"'),
      'Turn INVALID_ACTION off in settings',
    );
    assert.ok(action.command);
    await vscode.commands.executeCommand(
      action.command.command,
      ...(action.command.arguments as unknown[]),
    );
    await until('no findings', () => codes(document).length === 0);
    const known = checksSetting().inspect('checks');
    const { workspaceFolders } = vscode.workspace;
    assert.deepEqual(workspaceFolders ? known?.workspaceValue : known?.globalValue, {
      INVALID_ACTION: 'off',
    });
  });

  it('show a code with another severity', async () => {
    const document = await open(misspelled);
    await until('the findings', () => codes(document).length === 2);
    const action = named(await actions(document, '"s3:GetObjct"'), 'Show INVALID_ACTION as…');
    const prompts = new ScriptedPrompter({ pick: 'Suggestion' });
    (await services()).prompts = prompts;
    assert.ok(action.command);
    await vscode.commands.executeCommand(
      action.command.command,
      ...(action.command.arguments as unknown[]),
    );
    prompts.done();
    await until('hints', () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .every(({ severity }) => severity === vscode.DiagnosticSeverity.Hint),
    );
  });

  it('explain a code in a page of its own, which the diagnostic links to', async () => {
    const document = await open(misspelled);
    await until('the findings', () => codes(document).length === 2);
    const [diagnostic] = vscode.languages.getDiagnostics(document.uri);
    assert.ok(typeof diagnostic?.code === 'object');
    const { target } = diagnostic.code;
    assert.equal(target.toString(), 'iam-check:/INVALID_ACTION.md');
    const page = await vscode.workspace.openTextDocument(target);
    assert.match(page.getText(), /^# INVALID_ACTION\n[^]*https:\/\/docs\.aws\.amazon\.com\//);
    await vscode.commands.executeCommand('vscode.open', target);
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputCustom, 'the page is no preview');
    assert.equal(input.viewType, 'vscode.markdown.preview.editor');
  });

  it('know their codes in settings.json', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'iam-workbench-settings-'));
    const file = path.join(folder, '.vscode', 'settings.json');
    mkdirSync(path.dirname(file));
    writeFileSync(file, '{\n  "iamWorkbench.policy.checks": { "" }\n}\n');
    try {
      const document = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(document);
      const position = document.positionAt(document.getText().indexOf('""') + 1);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      );
      const labels = list.items.map(({ label }) =>
        typeof label === 'string' ? label : label.label,
      );
      assert.ok(labels.includes('MISSING_VERSION'), `${document.languageId}: ${labels.join()}`);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
