import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Emulator } from './emulator';
import type { Workbench } from './workbench';

let workbench: Workbench;
let emulator: Emulator;
before(async () => {
  emulator = await Emulator.start();
  workbench = await emulator.openWorkbench();
});
after(async () => {
  await workbench.close();
  emulator.stop();
});

const POLICY = { GroupName: 'Operations', PolicyName: 'FullControl' };

test('a policy that changed meanwhile is not overwritten without a question', async () => {
  const { page } = workbench;
  await workbench.openSideBar();
  await page
    .locator('.statusbar-item', { hasText: 'IAM: emulator (111122223333, custom endpoint)' })
    .waitFor();
  await workbench.expand(/^Operations/);
  await workbench.row('FullControl').first().click();
  const lines = page.locator('.monaco-editor .view-lines').first();
  await lines.getByText('"Effect"').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"Sid": "Mine",');
  const theirs = { Effect: 'Allow', Sid: 'Theirs', Action: 's3:*', Resource: '*' };
  await emulator.call('PutGroupPolicy', {
    ...POLICY,
    PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [theirs] }),
  });

  await page.keyboard.press('Control+s');
  const message = workbench.notification(/content of the file is newer/);
  await message.waitFor();
  assert.match(await emulator.call('GetGroupPolicy', POLICY), /Theirs/, 'nothing was overwritten');
  await message.getByRole('button', { name: 'Compare' }).click();
  await page.locator('.monaco-diff-editor').waitFor();
  await page.getByText('Theirs').first().waitFor();
  await workbench.pictures('conflict');
  assert.deepEqual(workbench.errors, []);
});
