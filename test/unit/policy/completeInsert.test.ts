import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cursor, language } from './language';

/** What is replaced and by which snippet, for an item of a list at `|`. */
function insertion(marked: string, label: string): [replaced: string, snippet: string] {
  const { text, offset } = cursor(marked);
  const item = language.complete(text, offset).find((each) => each.label === label);
  assert.ok(item, `${label} is not offered`);
  return [text.slice(item.replace.offset, item.replace.end), item.snippet];
}

const action = (value: string) =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[${value}],"Resource":"*"}]}`;

describe('what an accepted item replaces', () => {
  it('is what stands between quotes that can stay, so that a snippet around it goes on', () => {
    const inQuotes = action('"s3:GetOb|"');
    assert.deepEqual(insertion(inQuotes, 's3:GetObject'), ['s3:GetOb', 's3:GetObject']);
    assert.deepEqual(insertion(action('"|"'), 's3:'), ['', 's3:']);
    const key = '{"Version":"2012-10-17","Statement":[{"Eff|":"Allow","Action":"*"}]}';
    assert.deepEqual(insertion(key, 'Effect'), ['Eff', 'Effect']);
  });

  it('is the quotes too where one is missing, is no JSON, or something must follow', () => {
    const quoted = '"s3:GetObject"';
    const label = 's3:GetObject';
    assert.deepEqual(insertion(action('s3:GetOb|'), label), ['s3:GetOb', quoted]);
    assert.deepEqual(insertion(action("'s3:GetOb|'"), label), ["'s3:GetOb'", quoted]);
    const before = action('"s3:GetOb|" "s3:PutObject"');
    assert.deepEqual(insertion(before, label), ['"s3:GetOb"', `${quoted},`]);
    const key = '{"Version":"2012-10-17","Statement":[{"Eff|"}]}';
    assert.deepEqual(insertion(key, 'Effect')[0], '"Eff"');
  });
});
