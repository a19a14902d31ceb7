import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench';

let workbench: Workbench;
before(async () => {
  workbench = await Workbench.open({
    files: { 'orchard.iam.json': '' },
    settings: { 'iamWorkbench.connection.default': 'practice', 'editor.tabSize': 2 },
  });
});
after(() => workbench.close());

test('a policy is written from nothing, by what is offered alone', async () => {
  const { page } = workbench;
  await page.getByText('orchard.iam.json').first().dblclick();
  await page.locator('.editor-group-container .monaco-editor').first().waitFor();
  const chosen = (label: string) =>
    page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: label });
  const type = (text: string) => page.keyboard.type(text, { delay: 40 });
  /** Waits until an item is the chosen one, and takes it. */
  const take = async (label: string, picture?: string) => {
    await chosen(label).waitFor();
    if (picture) await workbench.picture(picture);
    await page.keyboard.press('Enter');
    await chosen(label).waitFor({ state: 'detached' });
  };

  /** The list is asked for again where it was asked for before the extension was there to answer. */
  const ask = async (label: string) => {
    for (let attempt = 0; attempt < 10; attempt++) {
      await page.keyboard.press('Control+Space');
      const shown = chosen(label).waitFor({ timeout: 2_000 });
      if (await shown.then(() => true).catch(() => false)) return;
      await page.keyboard.press('Escape');
    }
  };

  await page.locator('.editor-group-container .view-lines').first().click();
  await ask('Policy');
  await take('Policy', 'completion-policies');
  await type('sqs');
  await take('sqs:', 'completion-services');
  await type('Send');
  await take('sqs:SendMessage', 'completion-actions');
  await page.keyboard.press('Tab');
  await ask('${QueueName}');
  await take('${QueueName}', 'completion-resources');
  await type('eu-west-1');
  await page.keyboard.press('Tab');
  await type('461930275518');
  await page.keyboard.press('Tab');
  await type('harvest');
  await page.keyboard.press('Tab');

  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+s');
  await page.locator('.tab.dirty').waitFor({ state: 'detached' });
  await workbench.picture('completion-written');
  const text = readFileSync(path.join(workbench.folder, 'orchard.iam.json'), 'utf8');
  assert.deepEqual(JSON.parse(text), {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['sqs:SendMessage'],
        Resource: ['arn:aws:sqs:eu-west-1:461930275518:harvest'],
      },
    ],
  });
  assert.deepEqual(workbench.errors, []);
});
