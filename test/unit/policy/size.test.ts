import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { language } from './language';
import type { InlineHolder } from '../../../src/policy/editorFeatures';
import type { PolicyKind } from '../../../src/policy/index';

const policy = (spaces: number, action = 's3:GetObject') =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: action, Resource: 'arn:aws:s3:::grün/*' }],
    },
    null,
    spaces,
  );

function size(text: string, kind: PolicyKind, holder?: InlineHolder) {
  const found = language.editor.size(language.parse(text), kind, holder);
  return found && [found.size, found.quota.maximum, found.quota.unit];
}

describe('size of a policy', () => {
  it('leaves white space out in IAM', () => {
    const bare = policy(0).length;
    assert.deepEqual(size(policy(4), 'identity'), [bare, 6_144, 'characters']);
    assert.deepEqual(size(policy(4), 'trust'), [bare, 2_048, 'characters']);
  });

  it('goes by whose inline policy it is', () => {
    const bare = policy(0).length;
    assert.deepEqual(size(policy(2), 'identity', 'user'), [bare, 2_048, 'characters']);
    assert.deepEqual(size(policy(2), 'identity', 'group'), [bare, 5_120, 'characters']);
    assert.deepEqual(size(policy(2), 'identity', 'role'), [bare, 10_240, 'characters']);
    assert.deepEqual(size(policy(2), 'boundary', 'user'), [bare, 6_144, 'characters']);
  });

  it('counts all that is sent in Organizations, and bytes in a bucket policy', () => {
    const text = policy(2);
    assert.deepEqual(size(text, 'scp'), [text.length, 10_240, 'characters']);
    assert.deepEqual(size(text, 'resource'), [Buffer.byteLength(text), 20_480, 'bytes']);
    assert.ok(Buffer.byteLength(text) > text.length);
  });

  it('is not told where AWS names no quota', () => {
    assert.equal(size(policy(2), 'unknown'), undefined);
    assert.equal(size('{"Statement":[]}', 'resource'), undefined);
  });
});
