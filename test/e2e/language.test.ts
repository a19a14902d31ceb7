import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Editor } from './editor';
import { Workbench } from './workbench';

/** A policy from nothing to saved, with the keyboard alone as far as the workbench lets one. */

const FILE = 'deploy.iam.json';
let workbench: Workbench;
let editor: Editor;
before(async () => {
  workbench = await Workbench.open({
    settings: { 'iamWorkbench.connection.default': 'practice' },
    files: { [FILE]: '' },
  });
  editor = new Editor(workbench.page);
});
after(() => workbench.close());

/** The file once what was written to it has arrived there. */
async function saved(): Promise<string> {
  await editor.press('Control+s');
  await workbench.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  return fs.readFileSync(path.join(workbench.folder, FILE), 'utf8');
}

test('a whole policy comes from the list, and Tab goes through its places', async () => {
  await workbench.openFile(FILE);
  await editor.root.click();
  await editor.press('Control+Space');
  await editor.accept('Policy');
  await editor.shows(/"Action": \[""\]/);
  await editor.type('s3:GetObj');
  await editor.accept('s3:GetObject');
  await editor.press('Tab', 'Control+Space');
  await editor.accept('arn:aws:s3:::${BucketName}/${ObjectName}');
  await editor.type('reports');
  await editor.suggestions.waitFor({ state: 'hidden' });
  await editor.press('Tab');
  await editor.type('daily');
  await editor.shows(
    /"Action": \["s3:GetObject"\],\n +"Resource": \["arn:aws:s3:::reports\/daily"\]/,
  );
});

test('an action that is typed without quotes gets them', async () => {
  await editor.press('Escape');
  await editor.goBehind('"s3:GetObject"');
  await editor.type(', s3:PutObj');
  await editor.accept('s3:PutObject');
  await editor.shows(/"Action": \["s3:GetObject", "s3:PutObject"\],/);
  await workbench.picture('language-completed');
});

test('a wrong action is marked and listed with its code, and a key repairs it', async () => {
  const { page } = workbench;
  await editor.type(', "s3:PutObjct');
  await editor.press('Escape');
  await editor.marked('error').waitFor();
  await editor.press('Control+Shift+m');
  const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'INVALID_ACTION' });
  await problem.getByText('Did you mean s3:PutObject?').waitFor();
  await workbench.picture('language-problem');
  await editor.focus();
  await editor.fix('Change to s3:PutObject');
  await editor.shows(/"s3:GetObject", "s3:PutObject", "s3:PutObject"\],/);
  await editor.marked('error').waitFor({ state: 'detached' });
});

test('Fix All takes away what is there twice', async () => {
  await editor.until(/"Action": \["s3:GetObject", "s3:PutObject"\],/, () =>
    workbench.command('Fix All'),
  );
});

test('the hover says what an action does', async () => {
  await editor.root.getByText('PutObject').first().click();
  await editor.press('Control+k', 'Control+i');
  await editor.hover.getByText('Grants permission to add an object to a bucket').waitFor();
  await workbench.picture('language-hover');
  await editor.press('Escape');
});

test('formatting and saving leave a policy that is right', async () => {
  await editor.root.getByText('"Effect"').first().click();
  await editor.press('End', 'Enter', 'Enter');
  await editor.shows(/"Allow",\n\s*\n/);
  await workbench.command('Format Document');
  await editor.shows(/"Allow",\n +"Action"/);
  assert.deepEqual(JSON.parse(await saved()), {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: ['arn:aws:s3:::reports/daily'],
      },
    ],
  });
  await workbench.page.locator('.markers-panel').getByText('No problems').waitFor();
});

test('the kind is shown, can be changed, and is remembered by the window', async () => {
  await editor.languageStatus('Identity policy');
  await workbench.picture('language-status');
  await workbench.page.locator('.hover-language-status').getByText('Change Kind').click();
  await workbench.choose('Kind of policy', 'Role trust policy');
  await editor.marked('error').first().waitFor();
  await editor.languageStatus('Role trust policy');
  await workbench.load();
  await editor.marked('error').first().waitFor();
  await editor.languageStatus('Role trust policy');
  assert.deepEqual(workbench.errors, []);
});

test('a policy of the account is saved only when it is right, and the tree shows what was saved', async () => {
  const { page } = workbench;
  await workbench.openSideBar();
  await workbench.expand(/^Operations/);
  const row = workbench.row(/^FullControl/).first();
  await row.getByText('allows everything').waitFor();
  await row.dblclick();
  await page.locator('.tab.active', { hasText: 'FullControl — group Operations' }).waitFor();
  await editor.shows(/"Action": "\*"/);
  await editor.root.getByText('"Action"').first().click();
  await editor.press('End', 'ArrowLeft', 'ArrowLeft', 'Backspace');
  await editor.shows(/"Action": ""/);
  await editor.type('s3:GetObjct');
  await editor.press('Escape');
  await editor.marked('error').waitFor();
  await editor.press('Control+s');
  await workbench.notification(/Line \d+: Amazon S3 has no action GetObjct/).waitFor();
  await workbench.picture('language-save-stopped');
  await page.locator('.tab.active.dirty').waitFor();

  await editor.fix('Change to s3:GetObject');
  await editor.shows(/"Action": "s3:GetObject"/);
  await editor.press('Control+s');
  await page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  await row.getByText('allows everything').waitFor({ state: 'detached' });
  await page.locator('.tab.active .tab-actions a').click();
  await page.locator('.tab', { hasText: 'FullControl' }).waitFor({ state: 'detached' });
  await row.click();
  await editor.shows(/"Action": "s3:GetObject"/);
  assert.deepEqual(workbench.errors, []);
});
