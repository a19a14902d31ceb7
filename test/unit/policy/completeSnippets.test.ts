import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snippets } from '../../../src/policy/complete/snippets/index';
import { plainSnippet } from '../../../src/policy/complete/snippetText';
import { language } from './language';

const placeholders = new Set(['PLACEHOLDER_ACCOUNT', 'PLACEHOLDER_NAME']);

describe('snippets', () => {
  for (const { name, kinds } of snippets) {
    for (const kind of kinds) {
      it(`${name}: ${kind}`, () => {
        const item = language
          .complete('', 0, { kind })
          .find(({ label, kind: itemKind }) => label === name && itemKind === 'snippet');
        assert.ok(item, 'is not offered');
        const text = plainSnippet(item.snippet);
        assert.doesNotThrow(() => JSON.parse(text) as unknown);
        const found = language.check(text, { kind });
        const wrong = found.filter(({ code }) => !placeholders.has(code));
        assert.deepEqual(
          wrong.map(({ code, message }) => `${code}: ${message}`),
          [],
        );
        assert.ok(item.subject && language.describe(item.subject));
      });
    }
  }

  it('stand in a list of statements and as its only one', () => {
    for (const place of ['"Statement": [|]', '"Statement": |', '"Statement": [{}, |]']) {
      const text = `{ "Version": "2012-10-17", ${place} }`;
      const at = text.indexOf('|');
      const before = text.replace('|', '');
      for (const item of language.complete(before, at, { kind: 'identity' })) {
        const after = before.slice(0, at) + plainSnippet(item.snippet) + before.slice(at);
        assert.doesNotThrow(() => JSON.parse(after) as unknown, item.label);
      }
    }
  });

  it('have names of their own', () => {
    assert.equal(new Set(snippets.map(({ name }) => name)).size, snippets.length);
  });
});

describe('plainSnippet', () => {
  it('gives the default texts', () => {
    assert.equal(plainSnippet('a ${1:b} $1 ${2|c,d|} $3 \\${e\\} ${4:f\\}g}'), 'a b b c  ${e} f}g');
  });
});
