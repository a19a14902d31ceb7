import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench';

let workbench: Workbench;
before(async () => {
  workbench = await Workbench.open({ width: 1000, height: 1400 });
});
after(() => workbench.close());

test('the practice account stands in the side bar, with every state that a node can have', async () => {
  await workbench.openSideBar();
  await workbench.sideBar.getByText('Use the practice account').click();
  await workbench.sideBar.getByText('Customer managed policies').waitFor();
  await workbench.page.locator('.statusbar-item', { hasText: 'IAM: practice account' }).waitFor();
  const { page } = workbench;
  await page.mouse.move(301, 300);
  await page.mouse.down();
  await page.mouse.move(620, 300, { steps: 5 });
  await page.mouse.up();
  for (const name of [
    'build-server',
    'alice',
    'Developers',
    'Administrators',
    'Customer managed',
  ]) {
    await workbench.expand(new RegExp(`^${name}`));
    await page.waitForTimeout(300);
  }
  await workbench.pictures('tree');
  assert.deepEqual(workbench.errors, []);
});

test('users dragged onto a group become its members, and Undo takes them out again', async () => {
  await workbench
    .row(/^carol/)
    .first()
    .dragTo(workbench.row(/^Contractors/).first());
  const message = workbench.notification('Added carol to Contractors.');
  await message.waitFor();
  await workbench.row(/^Contractors1 member/).waitFor();
  await message.getByRole('button', { name: 'Undo' }).click();
  await workbench.row(/^Contractors0 members/).waitFor();
});

test('keys rename, delete and copy what is selected', async () => {
  const { page } = workbench;
  await workbench
    .row(/^carol/)
    .first()
    .click();
  await page.keyboard.press('F2');
  await workbench.answer('Rename user carol', 'caroline');
  await workbench
    .row(/^caroline/)
    .first()
    .waitFor();
  await workbench
    .row(/^caroline/)
    .first()
    .click();
  await page.keyboard.press('Control+c');
  assert.equal(await workbench.clipboard(/caroline/), 'caroline');
  await workbench.expand(/^bob1 /);
  await workbench
    .row(/^AKIA.*412 days/)
    .first()
    .click();
  await page.keyboard.press('Delete');
  await workbench.dialog.getByText(/^Delete access key/).waitFor();
  await workbench.picture('delete-key');
  await page.keyboard.press('Escape');
});

test('the filter narrows the tree while it is typed and is cleared from the same place', async () => {
  const { page } = workbench;
  await workbench.sideBar.getByRole('button', { name: /^Filter/ }).click();
  await workbench.quickInput.fill('team=platform');
  await workbench.row(/^Users2 of 7/).waitFor();
  await page.keyboard.press('Enter');
  await workbench.picture('filtered');
  await workbench.sideBar.getByRole('button', { name: 'Clear the Filter' }).click();
  await workbench.row(/^Users7/).waitFor();
  assert.deepEqual(workbench.errors, []);
});
