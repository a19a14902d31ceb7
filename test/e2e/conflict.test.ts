import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { temporaryFolder } from './server';
import { Workbench } from './workbench';

const root = path.resolve(__dirname, '..', '..', '..');
const CREDENTIAL = 'AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/iam/aws4_request';

let workbench: Workbench;
let sandbox: ChildProcess;
let endpoint: string;
before(async () => {
  sandbox = spawn(process.execPath, [path.join(root, 'dist', 'sandbox.js'), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endpoint = await new Promise((resolve, reject) => {
    sandbox.once('error', reject);
    sandbox.stdout?.once('data', (data: Buffer) => resolve(String(data).trim()));
  });
  const config = path.join(temporaryFolder('aws'), 'config');
  fs.writeFileSync(
    config,
    `[profile emulator]\nendpoint_url = ${endpoint}\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = any\n`,
  );
  workbench = await Workbench.open({
    settings: { 'iamWorkbench.connection.default': 'profile:emulator' },
    env: { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: `${config}.none` },
  });
});
after(async () => {
  await workbench.close();
  sandbox.kill();
});

/** Somebody else changes the account. */
async function call(action: string, parameters: Record<string, string>): Promise<string> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${CREDENTIAL}, SignedHeaders=host, Signature=0`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ Action: action, Version: '2010-05-08', ...parameters }),
  });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return decodeURIComponent(text);
}

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
  await call('PutGroupPolicy', {
    ...POLICY,
    PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [theirs] }),
  });

  await page.keyboard.press('Control+s');
  const message = workbench.notification(/content of the file is newer/);
  await message.waitFor();
  assert.match(await call('GetGroupPolicy', POLICY), /Theirs/, 'nothing was overwritten');
  await message.getByRole('button', { name: 'Compare' }).click();
  await page.locator('.monaco-diff-editor').waitFor();
  await page.getByText('Theirs').first().waitFor();
  await workbench.pictures('conflict');
  assert.deepEqual(workbench.errors, []);
});
