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
