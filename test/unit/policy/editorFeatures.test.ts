import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Span } from '../../../src/policy/index';
import { fixtures } from './fixture';
import { language } from './language';
import { mutated } from './mutate';

const { editor } = language;

function within(text: string, spans: readonly Span[]): void {
  for (const { offset, end } of spans) {
    assert.ok(offset >= 0 && offset <= end && end <= text.length, text);
  }
}

/** Asks everything of a text, at the given offsets where there is a place to ask about. */
function ask(text: string, offsets: Iterable<number>): void {
  const policy = language.parse(text);
  const tokens = editor.tokens(policy);
  within(text, tokens);
  tokens.forEach(({ offset, end }, i) => {
    assert.ok(offset >= (tokens[i - 1]?.end ?? 0), 'tokens overlap');
    assert.ok(!text.slice(offset, end).includes('\n'), 'a token on two lines');
  });
  within(text, editor.folds(policy));
  within(text, editor.links(policy));
  within(text, editor.patternCounts(policy, { offset: 0, end: text.length }));
  within(text, editor.outline(policy, 'Policy'));
  policy.statements.forEach((statement, index) => {
    editor.accessTitle(statement);
    editor.listStatement(policy, index);
  });
  for (const offset of offsets) {
    within(text, editor.selections(policy, offset));
    within(text, editor.occurrences(policy, offset)?.spans ?? []);
    editor.renameSid(policy, offset, 'New', 'identity');
  }
}

describe('editor features of any text', () => {
  it('answer at every offset of the fixtures, whole, cut and broken', () => {
    let seed = 11;
    for (const { text } of fixtures()) {
      if (text.length > 1_000) continue;
      seed = (seed * 1103515245 + 12345) % 2147483648;
      for (const each of [text, text.slice(0, seed % text.length), mutated(text, seed)]) {
        ask(each, Array(each.length + 1).keys());
      }
    }
  });

  it('take any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        ask(text, [0, text.length]);
        const policy = JSON.stringify({
          Statement: { Effect: 'Allow', Action: text, Resource: `arn:aws:s3:::${text}`, Sid: text },
        });
        ask(policy, [30, 60, 90]);
      }),
    );
  });

  it('end in bounded time for what is long, deep or many', () => {
    const many = `{"Statement":[${'{"Effect":"Allow","Action":"s3:Get*"},'.repeat(20_000)}{}]}`;
    const long = `{"Statement":{"Resource":"arn:aws:s3:::${'${a}*'.repeat(50_000)}"}}`;
    for (const text of [many, long, '['.repeat(20_000), '{"a":'.repeat(20_000)]) {
      const policy = language.parse(text);
      const started = performance.now();
      editor.tokens(policy);
      editor.folds(policy);
      editor.links(policy);
      editor.outline(policy, 'Policy');
      editor.selections(policy, text.length / 2);
      editor.occurrences(policy, text.length / 2);
      assert.ok(performance.now() - started < 5_000, text.slice(0, 40));
    }
  });
});
