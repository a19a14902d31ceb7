import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parsePolicy } from '../../../src/policy/parse';
import { toValue } from '../../../src/policy/syntax';
import { language, managedPolicies } from './language';

const sample =
  '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:Put*"],"Resource":"arn:aws:s3:::b/*","Condition":{"StringEquals":{"aws:PrincipalTag/team":["x","y"]}}}]}';

describe('parsePolicy', () => {
  it('reads what JSON.parse reads, and gives the same value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const { tree } = parsePolicy(text);
        const value = JSON.parse(text) as unknown;
        assert.deepEqual(tree.problems, []);
        assert.equal(JSON.stringify(toValue(tree.root)), JSON.stringify(value));
      }),
      { numRuns: 500 },
    );
  });

  it('has no problem exactly where JSON.parse has none', () => {
    fc.assert(
      fc.property(
        fc.nat(sample.length),
        fc.nat(12),
        fc.string({
          unit: fc.constantFrom(...Array.from('{}[],:"\'\\/ \n\tas*1-.')),
          maxLength: 4,
        }),
        (at, cut, insert) => {
          const text = sample.slice(0, at) + insert + sample.slice(at + cut);
          const { tree } = parsePolicy(text);
          let valid = true;
          try {
            JSON.parse(text);
          } catch {
            valid = false;
          }
          assert.equal(tree.problems.length === 0, valid, text);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('takes any text, and keeps every span inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { offset, end } of parsePolicy(text).tree.problems) {
          assert.ok(offset >= 0 && end >= offset && end <= text.length);
        }
        language.check(text);
      }),
    );
  });

  it('does not overflow on deep nesting', () => {
    for (const open of ['[', '{"a":', '[{"a":']) {
      const { tree } = parsePolicy(open.repeat(10_000));
      assert.ok(tree.problems.some(({ kind }) => kind === 'tooDeep'));
    }
  });

  it('reads on after what is broken', () => {
    const { statements } = parsePolicy(
      '{"Statement": [{"Effect": "Allow", Action: [s3:Get*, \'s3:Put*\', "s3:List\n"Resource": \n"Sid": "x"}',
    );
    assert.deepEqual(
      statements[0]?.actions.map(({ text }) => text),
      ['s3:Get*', 's3:Put*', 's3:List'],
    );
    assert.deepEqual(
      [...(statements[0]?.elements ?? [])].map(([name]) => name),
      ['Effect', 'Action', 'Resource', 'Sid'],
    );
  });

  it('names comments, trailing commas and a byte order mark', () => {
    const kinds = parsePolicy('\ufeff{ // c\n "Version": "x", }').tree.problems.map(
      ({ kind }) => kind,
    );
    assert.deepEqual(kinds, ['byteOrderMark', 'comment', 'trailingComma']);
  });

  it('completes, hovers and locates at every offset of a policy cut at any place', () => {
    const texts = [sample, managedPolicies()[3]?.text ?? ''].map((text) => text.slice(0, 1500));
    for (const text of texts) {
      for (let at = 0; at <= text.length; at += 3) {
        const cut = language.parse(text.slice(0, at));
        for (const item of language.complete(cut, at)) {
          assert.ok(item.replace.offset <= at && item.replace.end <= at);
        }
        language.hover(cut, Math.max(0, at - 1));
      }
    }
  });
});
