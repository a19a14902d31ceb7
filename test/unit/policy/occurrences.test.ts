import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cursor, language } from './language';

function occurrences(marked: string) {
  const { text, offset } = cursor(marked);
  const found = language.editor.occurrences(language.parse(text), offset);
  if (!found) return undefined;
  for (const span of found.spans) assert.notEqual(text.slice(span.offset, span.end), '');
  return {
    ...found,
    at: found.at.offset,
    places: found.spans.map((span) => span.offset),
    source: text,
  };
}

/** Offsets of every occurrence of a text, without regard to case. */
function placesOf(text: string, part: string): number[] {
  const found: number[] = [];
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(part); at >= 0; at = lower.indexOf(part, at + 1)) found.push(at);
  return found;
}

const POLICY = `{"Statement": [
  {"Sid": "One", "Action": ["s3:GetObject", "s3:Get*"], "Resource": "arn:aws:s3:::\${aws:username}/*",
   "Condition": {"StringEquals": {"AWS:Username": "arn:aws:s3:::b"}}},
  {"Sid": "Two", "Action": "s3:getobject", "Resource": ["arn:aws:s3:::b", "\${ aws:username }"]}
]}`;

const at = (part: string, into: number) => {
  const offset = POLICY.indexOf(part) + into;
  return occurrences(`${POLICY.slice(0, offset)}|${POLICY.slice(offset)}`);
};

describe('occurrences', () => {
  it('of a condition key are keys and policy variables, without regard to case', () => {
    const found = at('aws:username', 4);
    assert.equal(found?.kind, 'key');
    assert.equal(found.text, 'aws:username');
    const [first, key, second] = placesOf(POLICY, 'aws:username');
    // The spaces inside the braces belong to the name as it is written.
    assert.deepEqual(found.places, [first, key, (second ?? 0) - 1]);
    assert.equal(found.at, first);
  });

  it('of an action, an ARN and a Sid are the same in other statements', () => {
    assert.deepEqual(
      at('s3:GetObject', 0)?.places,
      placesOf(POLICY, '"s3:getobject"').map((i) => i + 1),
    );
    assert.deepEqual(at('s3:Get*', 7)?.places, placesOf(POLICY, 's3:get*'));
    assert.deepEqual(
      at('arn:aws:s3:::b', 3)?.places,
      placesOf(POLICY, '"arn:aws:s3:::b"').map((i) => i + 1),
    );
    assert.deepEqual(at('One', 1)?.places, [POLICY.indexOf('One')]);
    assert.equal(at('"Effect"', 1), undefined);
    assert.equal(at('Statement', 1), undefined);
  });
});
