import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench';

const FILE = 'reports.iam.json';
const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "",
      "Effect": "Allow",
      "Action": [
        "s3:GetObjct",
        "s3:PutObjct",
        "s3:ListBucket",
        "s3:ListBucket"
      ],
      "Resource": [
        "arn:aws:s3:::orchard-reports",
        "arn:aws:s3:::orchard-reports/*"
      ]
    }
  ]
}
`;

let workbench: Workbench;
before(async () => {
  workbench = await Workbench.open({
    files: { [FILE]: POLICY },
    settings: { 'editor.codeActionsOnSave': { 'source.fixAll.iamWorkbench': 'explicit' } },
  });
});
after(() => workbench.close());

test('the lightbulb repairs, changes the form, explains and turns off', async () => {
  const { page } = workbench;
  await page.keyboard.press('Control+p');
  await workbench.quickInput.fill(FILE);
  await workbench.quickRow(FILE).first().click();
  const editor = page.locator('.editor-group-container .monaco-editor').first();
  const menu = page.locator('.action-widget:not(.action-list-submenu-panel)');
  const entry = (text: string) => menu.locator('.monaco-list-row', { hasText: text });
  /** The menu closes again when the findings change under it, so the keys are pressed until it stays. */
  const openMenu = async (word: string, keys: string) => {
    for (let tries = 0; tries < 5; tries++) {
      await editor.getByText(word).first().click();
      await page.keyboard.press(keys);
      const open = await menu.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
      if (open) return;
      await page.keyboard.press('Escape');
    }
    throw new Error(`No menu at ${word}`);
  };

  await page.locator('.squiggly-error').first().waitFor();
  await openMenu('"s3:GetObjct"', 'Control+.');
  await entry('Fix all 2 of INVALID_ACTION').waitFor();
  await workbench.picture('lightbulb');
  await entry('Fix all 2 of INVALID_ACTION').click();
  await editor.getByText('"s3:PutObject"').waitFor();

  // The menu of the editor for changes of form.
  await openMenu('"s3:GetObject"', 'Control+Shift+r');
  await workbench.picture('lightbulb-refactor');
  await entry('Split into 2 statements by resource type').click();
  await editor.getByText('"2"').first().waitFor();

  // The empty Sid and the action that is there twice go when the file is saved.
  await page.keyboard.press('Control+s');
  await page.locator('.tab.dirty').waitFor({ state: 'detached' });
  const saved = fs.readFileSync(path.join(workbench.folder, FILE), 'utf8');
  assert.ok(!saved.includes('"Sid": ""'), saved);
  assert.equal(saved.split('"s3:ListBucket"').length, 2, saved);
  await workbench.picture('lightbulb-saved');
  assert.deepEqual(workbench.errors, []);
});

test('a code links to its page, and the size stands in the language status', async () => {
  const { page } = workbench;
  const editor = page.locator('.editor-group-container .monaco-editor').first();
  const status = page.locator('[id="status.languageStatus"]');
  assert.match(
    (await status.getAttribute('aria-label')) ?? '',
    /\d{3} of 6,144 characters, managed policy, white space not counted/,
  );
  const size = page.locator('.hover-language-status', { hasText: 'of 6,144 characters' });
  // A click that comes while the item is drawn anew is lost.
  for (let attempt = 0; attempt < 5 && !(await size.isVisible()); attempt++) {
    await status.click();
    await size.waitFor({ timeout: 3_000 }).catch(() => undefined);
  }
  await size.waitFor();
  await workbench.picture('language-status');
  await page.keyboard.press('Escape');

  await editor.getByText('"Effect"').first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"Comment": "x",');
  await page.locator('.squiggly-error').first().waitFor();
  await editor.getByText('"Comment"').first().hover();
  await page.locator('.monaco-hover a.code-link', { hasText: 'INVALID_POLICY_ELEMENT' }).click();
  const frame = await workbench.webview('Unknown policy element');
  await frame.getByText('access-analyzer-reference-policy-checks').first().waitFor();
  await workbench.picture('check-page');
  assert.deepEqual(workbench.errors, []);
});
