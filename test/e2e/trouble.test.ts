import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Emulator } from './emulator';
import type { Workbench } from './workbench';

const ALWAYS = 1000;

let workbench: Workbench;
let emulator: Emulator;
before(async () => {
  emulator = await Emulator.start();
  await emulator.addFault({
    operation: 'ListAccessKeys',
    times: ALWAYS,
    effect: {
      kind: 'error',
      status: 403,
      code: 'AccessDenied',
      message:
        'User: arn:aws:iam::111122223333:user/me is not authorized to perform: iam:ListAccessKeys on resource: user alice because no identity-based policy allows the iam:ListAccessKeys action',
    },
  });
  workbench = await emulator.openWorkbench();
});
after(async () => {
  await workbench.close();
  emulator.stop();
});

const statusBar = () => workbench.page.locator('.statusbar-item', { hasText: 'IAM: emulator' });

test('what is denied says so in place, with the statement to ask for', async () => {
  await workbench.openSideBar();
  await workbench.expand(/^alice/);
  const denied = workbench.row('iam:ListAccessKeys is not allowed').first();
  await denied.waitFor();
  await workbench.row('DeployToStaging').first().waitFor();
  await denied.hover();
  await denied.getByRole('button', { name: 'Copy the Statement to Ask For' }).click();
  const copied = await workbench.clipboard(/Effect/);
  assert.deepEqual(JSON.parse(copied), {
    Effect: 'Allow',
    Action: 'iam:ListAccessKeys',
    Resource: '*',
  });
  await workbench.pictures('denied');
});

test('a session that has expired is seen in the status bar and in the tree', async () => {
  await emulator.addFault({
    times: ALWAYS,
    effect: {
      kind: 'error',
      status: 403,
      code: 'ExpiredToken',
      message: 'The security token included in the request is expired',
    },
  });
  await workbench.load();
  await workbench.openSideBar();
  await statusBar().filter({ hasText: 'signed out' }).waitFor();
  await workbench.pictures('expired');
  await emulator.clearFaults();
  await statusBar().click();
  await workbench.row('Developers').first().waitFor();
  await statusBar().filter({ hasText: '111122223333' }).waitFor();
  assert.deepEqual(workbench.errors, []);
});

test('something that is not IAM is named as that', async () => {
  await emulator.addFault({ times: ALWAYS, effect: { kind: 'html' } });
  await workbench.load();
  await workbench.openSideBar();
  await workbench.row('Try again').first().waitFor();
  await workbench.picture('not-iam');
  await emulator.clearFaults();
  await workbench.row('Try again').first().click();
  await workbench.row('Developers').first().waitFor();
});
