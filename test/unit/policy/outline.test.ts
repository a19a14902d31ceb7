import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OutlineItem } from '../../../src/policy/editorFeatures';
import { language } from './language';

const outline = (text: string) => language.editor.outline(language.parse(text), 'Policy');
const names = (items: OutlineItem[]) => items.map(({ name, detail }) => `${name} | ${detail}`);

describe('outline', () => {
  const text = `{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*"},
    {"Effect": "Deny", "NotAction": "iam:*", "Condition": {"Bool": {"aws:SecureTransport": false}}},
    {}
  ]
}`;

  it('has the policy, its statements by Sid or by what they say, elements and conditions', () => {
    const [policy] = outline(text);
    assert.equal(policy?.name, 'Policy');
    assert.equal(text.slice(policy.offset, policy.end), text);
    assert.deepEqual(names(policy.children), [
      'Version | 2012-10-17',
      'Read | Allow s3:GetObject, …',
      'Deny all but iam:* | ',
      'Statement 3 | ',
    ]);
    const [, first, second] = policy.children;
    assert.deepEqual(names(first?.children ?? []), [
      'Sid | Read',
      'Effect | Allow',
      'Action | s3:GetObject, …',
      'Resource | *',
    ]);
    assert.equal(text.slice(first?.selection.offset, first?.selection.end), '"Read"');
    const condition = second?.children.at(-1);
    assert.deepEqual(names(condition?.children ?? []), ['aws:SecureTransport | Bool false']);
  });

  it('has no empty name, and selections within what is selected', () => {
    const check = (item: OutlineItem) => {
      assert.notEqual(item.name.trim(), '');
      assert.ok(item.offset <= item.selection.offset && item.selection.end <= item.end);
      item.children.forEach(check);
    };
    for (let end = 0; end <= text.length; end++) outline(text.slice(0, end)).forEach(check);
    outline('{"": 1, "Statement": [{"Sid": " ", "": "", "Condition": {"": {"": []}}}]}').forEach(
      check,
    );
    outline(JSON.stringify({ Statement: { Sid: 'x'.repeat(10_000) } })).forEach(check);
  });
});
