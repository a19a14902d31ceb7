import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Account } from '../../src/iam/account';
import type { PolicyRef } from '../../src/iam/model';
import { ScriptedPrompter, type ScriptedAnswer } from './scriptedPrompts';
import { practiceAccount, services } from './workbench';

const FULL_CONTROL = {
  kind: 'inline',
  holder: { kind: 'group', name: 'Operations' },
  policyName: 'FullControl',
} as const satisfies PolicyRef;
const NARROW = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" }
  ]
}
`;

async function open(ref: PolicyRef): Promise<vscode.TextEditor> {
  await (await services()).documents.open(ref);
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  return editor;
}

async function replaceAll({ document }: vscode.TextEditor, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
}

async function save(editor: vscode.TextEditor, ...answers: ScriptedAnswer[]): Promise<boolean> {
  const prompts = new ScriptedPrompter(...answers);
  (await services()).prompts = prompts;
  const saved = await editor.document.save();
  prompts.done();
  return saved;
}

describe('policy documents', () => {
  let account: Account;
  beforeEach(async () => {
    account = await practiceAccount();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('open pretty-printed, named after policy and holder, with the policy language', async () => {
    const { document } = await open(FULL_CONTROL);
    assert.match(document.uri.path, /\/FullControl — group Operations$/);
    assert.match(document.getText(), /^\{\n {2}"Version"/);
    assert.equal(document.languageId, 'aws-iam-policy');
    assert.equal(document.isDirty, false);
  });

  it('upload what is saved', async () => {
    const editor = await open(FULL_CONTROL);
    await replaceAll(editor, NARROW);
    assert.equal(await save(editor), true);
    assert.equal(editor.document.isDirty, false);
    const { text } = await account.readPolicy(FULL_CONTROL);
    assert.deepEqual(JSON.parse(text), JSON.parse(NARROW));
  });

  it('stay as they are when AWS would refuse them', async () => {
    const editor = await open(FULL_CONTROL);
    await replaceAll(editor, NARROW.replace('"Allow"', '"Permit"'));
    assert.equal(await save(editor), false);
    assert.equal(editor.document.isDirty, true);
    const { text } = await account.readPolicy(FULL_CONTROL);
    assert.ok(!text.includes('Permit'));
  });

  it('ask before they widen access', async () => {
    await account.putInlinePolicy(FULL_CONTROL.holder, 'Narrow', NARROW);
    const editor = await open({ ...FULL_CONTROL, policyName: 'Narrow' });
    await replaceAll(editor, NARROW.replace('s3:GetObject', '*'));
    assert.equal(await save(editor, { at: 'widens', escape: true }), false);
    assert.equal(await save(editor, { at: 'widens', press: 'Save' }), true);
  });

  it('of a managed policy save as a new default version', async () => {
    const policy = account.policies.items.find(({ name }) => name === 'ImageSigning');
    assert.ok(policy);
    const editor = await open({ kind: 'managed', arn: policy.arn });
    await replaceAll(editor, NARROW);
    assert.equal(await save(editor, { at: 'widens', press: 'Save' }), true);
    const versions = await account.listPolicyVersions(policy.arn);
    assert.deepEqual(
      versions.map(({ id, isDefault }) => [id, isDefault]),
      [
        ['v2', true],
        ['v1', false],
      ],
    );
  });

  it('follow a change from elsewhere while nothing is unsaved', async () => {
    const { document } = await open(FULL_CONTROL);
    const changed = new Promise<void>((resolve) => {
      const subscription = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document) return;
        subscription.dispose();
        resolve();
      });
    });
    await account.putInlinePolicy(FULL_CONTROL.holder, FULL_CONTROL.policyName, NARROW);
    await changed;
    assert.match(document.getText(), /s3:GetObject/);
    assert.equal(document.isDirty, false);
  });

  it('of AWS are read-only and open as a copy', async () => {
    const arn = 'arn:aws:iam::aws:policy/SecurityAudit';
    const { document } = await open({ kind: 'managed', arn });
    const { permissions } = await vscode.workspace.fs.stat(document.uri);
    assert.equal(permissions, vscode.FilePermission.Readonly);
    await (await services()).documents.openCopy({ kind: 'managed', arn });
    const copy = vscode.window.activeTextEditor?.document;
    assert.equal(copy?.isUntitled, true);
    assert.equal(copy.getText(), document.getText());
  });

  it('turn read-only when the connection is left', async () => {
    const { connections } = await services();
    const { document } = await open(FULL_CONTROL);
    await connections.disconnect();
    const { permissions } = await vscode.workspace.fs.stat(document.uri);
    assert.equal(permissions, vscode.FilePermission.Readonly);
    assert.match(document.getText(), /"Version"/);
  });
});
