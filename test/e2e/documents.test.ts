import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench';

let workbench: Workbench;
before(async () => {
  workbench = await Workbench.open({ width: 1300, height: 850 });
});
after(() => workbench.close());

const editor = () => workbench.page.locator('.monaco-editor .view-lines').first();
const dirtyTab = () => workbench.page.locator('.tab.dirty', { hasText: 'FullControl' });

test('a policy opens from the tree under its own title', async () => {
  await workbench.openSideBar();
  await workbench.sideBar.getByText('Use the practice account').click();
  await workbench.expand(/^Operations/);
  await workbench.row('FullControl').first().click();
  const { page } = workbench;
  await page.locator('.tab', { hasText: 'FullControl — group Operations' }).waitFor();
  await page.locator('.statusbar-item', { hasText: 'AWS IAM Policy' }).waitFor();
  await editor().getByText('"Statement"').waitFor();
});

test('what is typed survives a reload of the window', async () => {
  const { page } = workbench;
  await page.locator('.tab', { hasText: 'FullControl' }).dblclick();
  await editor().getByText('"Effect"').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"Sid": "Everything",');
  await dirtyTab().waitFor();
  // The workbench keeps unsaved text a second after the last key.
  await page.waitForTimeout(2500);
  await workbench.load();
  await dirtyTab().waitFor();
  await editor().getByText('"Everything"').waitFor();
  await page.locator('.statusbar-item', { hasText: 'IAM: practice account' }).waitFor();
});

test('undo and save work as for a file', async () => {
  const { page } = workbench;
  await editor().getByText('"Everything"').click();
  await page.keyboard.press('Control+s');
  await dirtyTab().waitFor({ state: 'detached' });
  assert.equal(await workbench.notification(/Failed to save/).count(), 0);
  await workbench.pictures('document');
});

test('a policy of AWS is read-only and offers a copy', async () => {
  const { page } = workbench;
  await workbench.openSideBar();
  await workbench.expand(/^Administrators/);
  await workbench.row('AdministratorAccess').first().click();
  await page.getByText('AWS manages this policy').waitFor();
  await page
    .getByText(/Open a Copy/)
    .first()
    .click();
  await page.locator('.tab', { hasText: /Untitled/ }).waitFor();
  assert.deepEqual(workbench.errors, []);
});
