import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sourceOf } from '../../../src/policy/check';
import { checks } from '../../../src/policy/checks/index';
import { accessAnalyzerCodes } from '../../../src/policy/facts/accessAnalyzerCodes';
import { applyEdits } from '../../../src/policy/finding';
import { fixtures, placeOf, type Fixture } from './fixture';
import { language, managedPolicies } from './language';

const codes = new Set(checks.map(({ code }) => code));
const all = fixtures().filter(({ code }) => codes.has(code));

function findingsOf({ kind, service }: Fixture, text: string) {
  return language.check(text, { kind, service });
}

describe('checks', () => {
  it('have codes in upper snake case, each once', () => {
    assert.deepEqual(
      [...codes].filter((code) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code)),
      [],
    );
    assert.equal(codes.size, checks.length);
  });

  it('have the severity and page of Access Analyzer, or are said to be our own', () => {
    const known = accessAnalyzerCodes();
    for (const check of checks) {
      const entry = known.get(check.code);
      assert.equal(check.own ?? false, entry === undefined, check.code);
      if (entry) assert.equal(check.severity, entry.severity, check.code);
      assert.match(sourceOf(check), /^https:\/\/\S+$/, check.code);
    }
  });

  it('have fixtures', () => {
    const covered = new Set(fixtures().map(({ code }) => code));
    assert.deepEqual(
      checks.map(({ code }) => code).filter((code) => !covered.has(code)),
      [],
    );
  });

  for (const fixture of all) {
    it(`find what ${fixture.name} holds, where it is`, () => {
      const found = findingsOf(fixture, fixture.text);
      const own = found
        .filter(({ code }) => code === fixture.code)
        .map(({ offset, end }) => ({ offset, at: fixture.text.slice(offset, end) }));
      const wanted = fixture.expect
        .filter(({ code }) => code === fixture.code)
        .map(({ at, nth }) => ({ offset: placeOf(fixture.text, at, nth), at }));
      assert.deepEqual(own, fixture.bad ? wanted : []);
      if (!fixture.bad) {
        assert.deepEqual(
          found.filter(({ severity }) => severity === 'error').map(({ code }) => code),
          [],
        );
      }
    });

    it(`repair ${fixture.name} into JSON without the finding`, () => {
      const own = findingsOf(fixture, fixture.text).filter(({ code }) => code === fixture.code);
      for (const fix of own.flatMap(({ fixes }) => fixes)) {
        const fixed = applyEdits(fixture.text, fix.edits);
        const left = findingsOf(fixture, fixed).filter(({ code }) => code === fixture.code);
        assert.ok(left.length < own.length, `${fix.title}: ${fixed}`);
        assert.doesNotThrow(() => JSON.parse(fixed) as unknown, `${fix.title}: ${fixed}`);
      }
    });
  }

  it('report no error in any AWS managed policy', () => {
    const errors = managedPolicies().flatMap(({ name, text }) =>
      language
        .check(text, { kind: 'identity' })
        .filter(({ severity }) => severity === 'error')
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
    assert.equal(found.filter(({ code }) => code === 'INVALID_EFFECT').length, 3);
  });

  it('call a document too large rather than reading it', () => {
    const [finding, ...more] = language.check(`{"Version":"${'x'.repeat(1_100_000)}"}`);
    assert.equal(finding?.code, 'TOO_LARGE_TO_CHECK');
    assert.deepEqual(more, []);
  });
});
