import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench';

let workbench: Workbench;
before(async () => {
  workbench = await Workbench.open();
});
after(() => workbench.close());

test('the side bar offers the practice account, AWS and the walkthrough', async () => {
  await workbench.openSideBar();
  for (const label of ['Use the practice account', 'Connect to AWS…', 'Open the walkthrough']) {
    await workbench.sideBar
      .getByRole('button', { name: label })
      .or(workbench.sideBar.getByRole('link', { name: label }))
      .first()
      .waitFor();
  }
  await workbench.pictures('welcome');
  assert.deepEqual(workbench.errors, []);
});
