import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { QueryForm } from '../../../src/sandbox/query';

test('any text comes through the Query protocol unchanged', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[A-Z][A-Za-z]{0,8}$/), text), (values) => {
      const form = new QueryForm(new URLSearchParams(values).toString());
      for (const name of Object.keys(values)) assert.equal(form.text(name), values[name]);
    }),
  );
});

test('lists come in the order of their numbers, whatever the order in the body', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 20 }), (numbers) => {
      const body = numbers.map((number) => `Tags.member.${number}.Key=k${number}`).join('&');
      const form = new QueryForm(body);
      const sorted = [...numbers].sort((left, right) => left - right);
      const keys = form.items('Tags').map((item) => form.text(`${item}.Key`));
      assert.deepEqual(
        keys,
        sorted.map((number) => `k${number}`),
      );
    }),
  );
});

test('names that only look like items are none', () => {
  const form = new QueryForm('Tags.member.0=a&Tags.member.x=b&TagsX.member.1=c&Tags.member.01=d');
  assert.deepEqual(form.items('Tags'), []);
  assert.equal(form.has('Tags'), true);
  assert.equal(form.has('Tag'), false);
});
