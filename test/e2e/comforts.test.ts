import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Workbench } from './workbench';

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadOrchard",
      "Effect": "Allow",
      "Action": ["s3:Get*", "s3:ListBucket", "iam:PassRole"],
      "Resource": [
        "arn:aws:s3:::orchard/\${aws:username}/*",
        "arn:aws:iam::111122223333:role/service-role/picker"
      ],
      "Condition": {
        "ForAllValues:StringLikeIfExists": { "aws:RequestTag/season": ["summer*", "autumn"] },
        "IpAddress": { "aws:SourceIp": "203.0.113.64/26" }
      }
    },
    {
      "Effect": "Deny",
      "NotAction": "iam:*",
      "Resource": "*"
    }
  ]
}
`;

let workbench: Workbench;
before(async () => {
  workbench = await Workbench.open({
    files: { 'orchard.iam.json': POLICY },
    settings: { 'editor.hover.delay': 100 },
  });
});
after(() => workbench.close());

test('a policy explains itself: lens and list, hints, hovers, outline', async () => {
  const { page } = workbench;
  await page.getByText('orchard.iam.json').first().dblclick();
  const editor = page.locator('.editor-group-container .monaco-editor').first();
  await editor.getByText('"NotAction"').waitFor();
  const lens = editor.locator('.codelens-decoration a', { hasText: /^Allows \d+ actions/ });
  await lens.waitFor();
  await editor.locator('.codelens-decoration a', { hasText: /^Denies everything but/ }).waitFor();
  await editor
    .getByText(/→\s\d+\sactions/)
    .first()
    .waitFor();

  await workbench.picture('policy-lens');
  const hover = page.locator('.monaco-hover:visible').last();
  const look = async (text: string | RegExp, expected: string | RegExp, picture: string) => {
    await editor.locator('.view-line span span', { hasText: text }).first().hover();
    await hover.getByText(expected).first().waitFor();
    // It fades in for a moment.
    await page.waitForTimeout(300);
    await workbench.picture(picture);
    await page.keyboard.press('Escape');
    await page.mouse.move(5, 5);
  };
  for (const [theme, className] of [
    ['Light Modern', 'vs'],
    ['Dark Modern', 'vs-dark'],
  ] as const) {
    await workbench.theme(theme, className);
    await look(
      /^PassRole$/,
      'Grants permission to pass a role to a service',
      `hover-action-${className}`,
    );
    await look(/^Get$/, 'List all actions', `hover-pattern-${className}`);
    await look(/username/, /Policy variable/, `hover-variable-${className}`);
    await look(/orchard\//, /Resource type/, `hover-arn-${className}`);
    await look(
      /^ForAllValues$/,
      /every value of the request must match/,
      `hover-operator-${className}`,
    );
    await look(/203\.0\.113\.64/, /64 addresses/, `hover-value-${className}`);
  }

  await lens.click();
  const list = page.locator('.editor-group-container .monaco-editor').last();
  await list.getByText('Statement 1 “ReadOrchard”', { exact: false }).first().waitFor();
  await workbench.picture('actions-list');
  await page.locator('.editor-group-container .monaco-editor').first().getByText('"Sid"').click();
  await page.locator('.pane-header', { hasText: 'Outline' }).click();
  await workbench.sideBar.getByText('ReadOrchard').first().waitFor();
  await page.locator('.breadcrumbs-control').getByText('ReadOrchard').first().waitFor();
  await workbench.picture('outline');
  assert.deepEqual(workbench.errors, []);
});
