import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Account } from '../../src/iam/account';
import type { EntityRef, PolicyHolder } from '../../src/iam/model';
import { practiceAccount, run } from './workbench';

const target = (ref: EntityRef) => ({ ref });
const operations: PolicyHolder = { kind: 'group', name: 'Operations' };
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }],
});
const FULL = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

describe('policies', () => {
  let account: Account;
  let folder: string;
  const file = (name: string, text: string): vscode.Uri => {
    fs.writeFileSync(path.join(folder, name), text);
    return vscode.Uri.file(path.join(folder, name));
  };
  beforeEach(async () => {
    account = await practiceAccount();
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'iam-workbench-test-'));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('are uploaded to a group from a file, under the name of the file', async () => {
    const { messages } = await run(
      'uploadGroupPolicy',
      [target(operations)],
      { pick: 'A file…' },
      { file: file('read bucket.iam.json', `\uFEFF${POLICY}`) },
      { at: 'group Operations', text: 'readbucket' },
    );
    assert.deepEqual(messages, ['info: Uploaded readbucket to group Operations.']);
    const { text } = await account.readPolicy({
      kind: 'inline',
      holder: operations,
      policyName: 'readbucket',
    });
    assert.equal(text, POLICY);
  });

  it('are uploaded to a user from the open editor', async () => {
    const document = await vscode.workspace.openTextDocument({ content: POLICY, language: 'json' });
    await vscode.window.showTextDocument(document);
    await run(
      'uploadUserPolicy',
      [],
      { pick: 'carol' },
      { pick: document.uri.path },
      { text: 'ReadOne' },
    );
    assert.deepEqual(
      account.user('carol')?.inlinePolicies.map(({ name }) => name),
      ['ReadOne'],
    );
  });

  it('are asked about when they allow everything or replace another', async () => {
    const upload = (...rest: Parameters<typeof run>[2][]) =>
      run(
        'uploadGroupPolicy',
        [target(operations)],
        { pick: 'A file…' },
        { file: file('full.json', FULL) },
        ...rest,
      );
    await upload({ text: 'Everything' }, { at: 'allows everything', escape: true });
    assert.equal(account.group('Operations')?.inlinePolicies.length, 1);
    await upload({ text: 'FullControl' }, { at: 'Replace', press: 'Replace' });
    assert.equal(account.group('Operations')?.inlinePolicies.length, 1);
  });

  it('are not sent when AWS would refuse them', async () => {
    const { messages } = await run(
      'uploadGroupPolicy',
      [target(operations)],
      { pick: 'A file…' },
      { file: file('broken.json', '{"Version": "2012-10-17",\n "Statement": [') },
      { at: 'AWS would refuse this policy', escape: true },
    );
    assert.equal(messages.length, 1);
    assert.equal(account.group('Operations')?.inlinePolicies.length, 1);
  });

  it('are made from a template whose blanks are checked', async () => {
    await run(
      'createPolicy',
      [],
      { pick: 'One S3 bucket' },
      { text: 'Not A Bucket', says: 'lower-case' },
      { text: 'backups-of-example' },
      { text: 'BackupBucket' },
      { text: 'The bucket with the backups.' },
    );
    const made = account.policies.items.find(({ name }) => name === 'BackupBucket');
    assert.ok(made);
    const { text } = await account.readPolicy({ kind: 'managed', arn: made.arn });
    assert.match(text, /arn:aws:s3:::backups-of-example/);
  });

  it('are attached, detached and deleted', async () => {
    const arn = account.policies.items.find(({ name }) => name === 'UnusedDraft')!.arn;
    await run('attachPolicy', [target(operations)], { pick: 'UnusedDraft' });
    assert.ok(account.group('Operations')?.attachedPolicies.some((policy) => policy.arn === arn));
    const attachment = {
      kind: 'attachment',
      holder: operations,
      arn,
      name: 'UnusedDraft',
    } as const;
    await run('detachPolicy', [target(attachment)], { press: 'Detach' });
    assert.deepEqual(account.group('Operations')?.attachedPolicies, []);
    const managed = target({ kind: 'policy', ref: { kind: 'managed', arn } });
    await run('deletePolicy', [managed], { type: 'UnusedDraf' });
    assert.ok(account.policy(arn));
    await run('deletePolicy', [managed], { type: 'UnusedDraft' });
    assert.equal(account.policy(arn), undefined);
  });

  it('of a holder are deleted after a question', async () => {
    const ref = { kind: 'inline', holder: operations, policyName: 'FullControl' } as const;
    await run('deletePolicy', [target({ kind: 'policy', ref })], { press: 'Delete' });
    assert.deepEqual(account.group('Operations')?.inlinePolicies, []);
  });
});
