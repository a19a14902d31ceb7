import assert from 'node:assert/strict';
import { X509Certificate, createPrivateKey } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Frame, Locator } from 'playwright-core';
import { Workbench } from './workbench';

const TITLE = 'Create Service Account';
const PASSPHRASE = 'correct horse battery';

let workbench: Workbench;
before(async () => {
  workbench = await Workbench.open({ width: 1200, height: 1300 });
});
after(async () => {
  await workbench.picture('service-account-last');
  await workbench.close();
});

/** Every file below a folder that holds one of the texts. */
function filesWith(folder: string, texts: string[]): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = fs.readFileSync(file, 'latin1');
      return texts.some((text) => content.includes(text));
    });
}

/** The list of choices with this placeholder. */
function list(placeholder: string): Locator {
  return workbench.page.locator(`.quick-input-widget input[placeholder^="${placeholder}"]:visible`);
}

async function pick(placeholder: string, entry: string): Promise<void> {
  await list(placeholder).waitFor();
  await workbench.quickRow(entry).first().click();
}

/** Types into the question with this text below it. */
async function type(prompt: string, text: string): Promise<void> {
  await workbench.quickMessage.filter({ hasText: prompt }).waitFor();
  const input =
    '.quick-input-widget:visible .quick-input-filter input:is([type=text],[type=password])';
  await workbench.page.locator(input).fill(text);
  await workbench.page.keyboard.press('Enter');
}

async function press(frame: Frame, button: string): Promise<void> {
  await frame.locator('vscode-button', { hasText: button }).first().click();
}

test('the article: group, policy, user, key and certificate from the palette', async () => {
  const { page } = workbench;
  await workbench.openSideBar();
  await workbench.sideBar.getByText('Use the practice account').click();
  await workbench.sideBar.getByText('Customer managed policies').waitFor();

  await workbench.command(`IAM: ${TITLE}`);
  await type('Name of the user', 'rsdash');
  await pick('Group that gives', 'A new group');
  await type('Name of the new group', 'RightScaleDash');
  await pick('Policy for the new group', 'Full access');
  await type('Name of the policy', 'FullControl');
  await list('Credentials').waitFor();
  // Rows that can be ticked are no options to a screen reader but checkboxes.
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'X.509' }).click();
  await workbench.picture('wizard-credentials');
  await page.keyboard.press('Enter');
  await pick('Length of the RSA key', 'RSA 2048');
  await type('Days that', '365');
  await pick('Protect the private key', 'With a passphrase');
  await type('It is kept nowhere', PASSPHRASE);
  await type('once more', PASSPHRASE);
  await workbench.answerFileDialog('folder for', `${workbench.folder}${path.sep}`, () =>
    page.getByRole('button', { name: 'Save Key and Certificate Here' }).click(),
  );
  await pick('How the access key', 'JSON');

  const review = await workbench.webview('CreateAccessKey');
  await workbench.pictures('service-account-review');
  await press(review, 'Create');

  const handover = await workbench.webview('The secret exists only here');
  await workbench.pictures('service-account-handover');
  const hidden = await handover.locator('.secret').innerText();
  assert.match(hidden, /^•+$/);
  await press(handover, 'Reveal');
  await handover.locator('.secret', { hasText: /[A-Za-z0-9]/ }).waitFor();
  const secret = await handover.locator('.secret').innerText();
  assert.match(secret, /^[A-Za-z0-9+/]{40}$/);
  await press(handover, 'Hide');
  await press(handover, 'Save as JSON');
  await workbench.answerFileDialog(
    'Save as JSON',
    path.join(workbench.folder, 'handover.json'),
    () => page.keyboard.press('Enter'),
  );
  await workbench.webview('was saved or copied');

  const file = path.join(workbench.folder, 'handover.json');
  const saved = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>;
  assert.equal(saved['SecretAccessKey'], secret);
  assert.equal(fs.statSync(file).mode & 0o777, 0o600);
  const certificate = new X509Certificate(fs.readFileSync(saved['CertificateFile']!));
  const keyFile = saved['PrivateKeyFile']!;
  assert.equal(fs.statSync(keyFile).mode & 0o777, 0o600);
  const key = createPrivateKey({ key: fs.readFileSync(keyFile), passphrase: PASSPHRASE });
  assert.ok(certificate.checkPrivateKey(key));
  await workbench
    .row(/^RightScaleDash/)
    .first()
    .waitFor();
  assert.deepEqual(filesWith(workbench.dataDir, [secret, PASSPHRASE]), [], 'no secret is kept');
  assert.deepEqual(workbench.errors, []);
});

test('closing the page before the secret was saved asks, and can delete the key', async () => {
  const { page } = workbench;
  await workbench.command('View: Close All Editors');
  await workbench.command('IAM: Create Access Key');
  await pick('User', 'rsdash');
  const review = await workbench.webview('Create access key for rsdash');
  await press(review, 'Create');
  await workbench.webview('The secret exists only here');
  await workbench.command('View: Close All Editors');
  await workbench.dialog.getByText('neither saved nor copied').waitFor();
  await workbench.picture('service-account-leaving');
  await workbench.dialog.getByRole('button', { name: 'Delete the Key' }).click();
  await workbench.notification('Deleted access key').waitFor();
  await page.waitForTimeout(200);
  assert.deepEqual(workbench.errors, []);
});

test('a failed step says what happened, and Retry goes on', async () => {
  const { page } = workbench;
  const folder = path.join(workbench.folder, 'certificates');
  fs.mkdirSync(folder);
  await workbench.command(`IAM: ${TITLE}`);
  await type('Name of the user', 'signer');
  await pick('Group that gives', 'No group');
  await pick('Policy for the user', 'No policy yet');
  await list('Credentials').waitFor();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'X.509' }).click();
  await page.keyboard.press('Enter');
  await pick('Length of the RSA key', 'RSA 2048');
  await type('Days that', '30');
  await pick('Protect the private key', 'Without one');
  await workbench.answerFileDialog('folder for', `${folder}${path.sep}`, () =>
    page.getByRole('button', { name: 'Save Key and Certificate Here' }).click(),
  );
  await pick('How the access key', 'Only the page');
  const review = await workbench.webview('Create service account signer');
  fs.rmdirSync(folder);
  await press(review, 'Create');
  const failed = await workbench.webview('A step failed');
  await failed.getByText('could not be written').first().waitFor();
  await workbench.pictures('service-account-failed');
  fs.mkdirSync(folder);
  await press(failed, 'Retry');
  await workbench.webview('The secret exists only here');
  assert.deepEqual(fs.readdirSync(folder).sort(), ['signer-cert.pem', 'signer-key.pem']);
});

test('a window that goes away with the secret is offered again: the key is replaced', async () => {
  const before = await (
    await workbench.webview('Service account signer')
  )
    .locator('dd')
    .first()
    .innerText();
  await workbench.load();
  await workbench.notification('was interrupted').waitFor();
  await workbench
    .notification('was interrupted')
    .getByRole('button', { name: 'Finish or Undo' })
    .click();
  await pick('Finish or undo', 'Create service account signer');
  const run = await workbench.webview('Interrupted.');
  await workbench.picture('service-account-interrupted');
  await press(run, 'Finish');
  const handover = await workbench.webview('The secret exists only here');
  const after = await handover.locator('dd').first().innerText();
  assert.match(after, /^AKIA/);
  assert.notEqual(after, before);
  await handover.locator('#copy-secret').click();
  assert.match(await workbench.clipboard(/^\S{40}$/), /^[A-Za-z0-9+/]{40}$/);
  await workbench.webview('was saved or copied');
  assert.deepEqual(workbench.errors, []);
});
