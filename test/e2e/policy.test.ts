import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench';

let workbench: Workbench;
before(async () => {
  workbench = await Workbench.open({ settings: { 'iamWorkbench.connection.default': 'practice' } });
});
after(() => workbench.close());

test('a policy opens as a document, is completed, checked, saved, and opens again as saved', async () => {
  const { page } = workbench;
  await workbench.openSideBar();
  await workbench.expand(/^Developers/);
  await workbench.expand(/^Policies/);
  await workbench.sideBar.getByText('DeployToStaging').first().click();
  const editor = page.locator('.editor-group-container .monaco-editor').first();
  await editor.waitFor();
  await page.locator('.tab', { hasText: 'DeployToStaging — group Developers' }).waitFor();
  await workbench.picture('policy-open');

  // A new action behind the first one, completed from four letters.
  await editor.getByText('"Action"').first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"s3:GetObjectTagg', { delay: 30 });
  await page
    .locator('.suggest-widget .monaco-list-row', { hasText: 's3:GetObjectTagging' })
    .first()
    .waitFor();
  await workbench.picture('policy-complete');
  await page.keyboard.press('Enter');
  // The comma that the next action needs comes with it.
  await editor.getByText('"s3:GetObjectTagging",').waitFor();
  await page.keyboard.press('Control+s');
  await workbench.dialog.getByRole('button', { name: 'Save', exact: true }).waitFor();
  await workbench.picture('policy-widens');
  await workbench.dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('.tab.dirty').waitFor({ state: 'detached' });
  await workbench.picture('policy-saved');
  assert.deepEqual(workbench.errors, []);
});
