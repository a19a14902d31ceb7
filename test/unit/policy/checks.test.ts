import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sourceOf, type Check } from '../../../src/policy/check';
import { checks } from '../../../src/policy/checks/index';
import { applyEdits } from '../../../src/policy/finding';
import { language, managedPolicies } from './language';

const textOf = (example: string | object) =>
  typeof example === 'string' ? example : JSON.stringify(example, null, 2);

function findingsOf(check: Check, text: string) {
  const document = language.parse(text);
  const kind = check.examples.kind ?? check.kinds?.[0] ?? language.kindOf(document);
  return language.check(document, { kind });
}

describe('checks', () => {
  it('have codes in upper snake case, each once', () => {
    const codes = checks.map(({ code }) => code);
    assert.deepEqual(
      codes.filter((code) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code)),
      [],
    );
    assert.equal(new Set(codes).size, codes.length);
  });

  for (const check of checks) {
    it(`${check.code} finds its bad example and is content with its good one`, () => {
      const bad = findingsOf(check, textOf(check.examples.bad));
      assert.ok(
        bad.some(({ code }) => code === check.code),
        JSON.stringify(bad),
      );
      assert.deepEqual(findingsOf(check, textOf(check.examples.good)), []);
      assert.match(sourceOf(check), /^https:\/\/docs\.aws\.amazon\.com\//);
    });

    it(`${check.code} has fixes that leave JSON without the finding`, () => {
      const text = textOf(check.examples.bad);
      const own = findingsOf(check, text).filter(({ code }) => code === check.code);
      for (const fix of own.flatMap(({ fixes }) => fixes)) {
        const fixed = applyEdits(text, fix.edits);
        const left = findingsOf(check, fixed).filter(({ code }) => code === check.code);
        assert.ok(left.length < own.length, `${fix.title}: ${fixed}`);
        assert.doesNotThrow(() => JSON.parse(fixed) as unknown, `${fix.title}: ${fixed}`);
      }
    });
  }

  it('report no error in any AWS managed policy', () => {
    const errors = managedPolicies().flatMap(({ name, text }) =>
      language
        .check(text, { kind: 'identity' })
        .filter(({ severity }) => severity === 'error' || severity === 'security-warning')
        .map(({ code, message }) => `${name}: ${code} ${message}`),
    );
    assert.deepEqual(errors, []);
  });

  it('can be turned off and given another level', () => {
    const text = '{"Statement":[]}';
    const codes = (levels: Record<string, 'off' | 'error'>) =>
      language.check(text, { levels }).map(({ code, severity }) => `${code} ${severity}`);
    assert.deepEqual(codes({}), ['MISSING_VERSION warning']);
    assert.deepEqual(codes({ MISSING_VERSION: 'error' }), ['MISSING_VERSION error']);
    assert.deepEqual(codes({ MISSING_VERSION: 'off' }), []);
  });

  it('stop when asked to', () => {
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: Array.from({ length: 50 }, () => ({
        Effect: 'allow',
        Action: 's3:*',
        Resource: '*',
      })),
    });
    let asked = 0;
    const found = language.check(text, { shouldStop: () => ++asked > 3 });
    assert.equal(found.length, 3);
  });

  it('call a document too large rather than reading it', () => {
    const [finding, ...more] = language.check(`{"Version":"${'x'.repeat(1_100_000)}"}`);
    assert.equal(finding?.code, 'TOO_LARGE_TO_CHECK');
    assert.deepEqual(more, []);
  });
});
