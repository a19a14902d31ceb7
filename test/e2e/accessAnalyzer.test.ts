import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench';

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:GetObjct", "s3:PutObjct"],
      "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    }
  ]
}
`;

let workbench: Workbench;
before(async () => {
  workbench = await Workbench.open({
    settings: {
      'iamWorkbench.connection.default': 'practice',
      // Our own findings would be the same ones, and then nothing is marked twice.
      'iamWorkbench.policy.validate': false,
    },
    files: { 'deploy.iam.json': POLICY },
  });
});
after(() => workbench.close());

test("Access Analyzer is asked from the editor's menu, and what it found goes with its text", async () => {
  const { page } = workbench;
  await page.keyboard.press('Control+p');
  await workbench.quickInput.fill('deploy.iam.json');
  await workbench.quickRow('deploy.iam.json').first().click();
  const editor = page.locator('.editor-group-container .monaco-editor').first();
  const action = editor.getByText('"s3:GetObjct"');
  await action.click({ button: 'right' });
  const menu = page.locator('.monaco-menu:visible');
  await menu.getByText('IAM Access Analyzer').hover();
  await menu.getByText('Check with Access Analyzer').waitFor();
  await workbench.picture('access-analyzer-menu');
  await menu.getByText('Check with Access Analyzer').click();
  const told = workbench.notification(/not AWS\) found 2 things: 2 new, marked in the text/);
  await told.waitFor();
  await workbench.command('View: Focus Problems');
  const problems = page.locator('.markers-panel');
  const found = problems.getByText(/IAM Access Analyzer/);
  await found.nth(1).waitFor();
  await workbench.picture('access-analyzer-problems');

  await page.locator('.statusbar-item[id="status.languageStatus"]').click();
  await page.getByText(/Access Analyzer: 2 found at/).waitFor();
  await workbench.picture('access-analyzer-status');
  await page.keyboard.press('Escape');

  await action.dblclick();
  await page.keyboard.type('x');
  await found.nth(1).waitFor({ state: 'detached' });
  await problems.getByText(/s3:PutObject/).waitFor();
  await workbench.picture('access-analyzer-edited');
  assert.deepEqual(workbench.errors, []);
});
