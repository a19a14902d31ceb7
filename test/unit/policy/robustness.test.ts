import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits, policyKinds, type Finding, type PolicyKind } from '../../../src/policy/index';
import { fixtures, type Fixture } from './fixture';
import { language } from './language';
import { mutated } from './mutate';

const all = fixtures();
const MUTATIONS = Number(process.env.POLICY_MUTATIONS ?? 3_000);

function check(text: string, { kind, service }: Pick<Fixture, 'kind' | 'service'>): Finding[] {
  return language.check(text, { kind, ...(service === undefined ? {} : { service }) });
}

/** Milliseconds that a text may take on a busy machine; what explodes takes minutes. */
const LIMIT = 20_000;

function bounded(name: string, text: string, kinds: readonly PolicyKind[] = policyKinds): void {
  for (const kind of kinds) {
    const start = performance.now();
    const found = language.check(text, { kind });
    const took = performance.now() - start;
    assert.ok(took < LIMIT, `${name} as ${kind} took ${Math.round(took)} ms`);
    for (const { offset, end } of found) {
      assert.ok(offset >= 0 && offset <= end && end <= Math.max(text.length, 1), name);
    }
  }
}

const statementWith = (elements: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...elements }],
  });

describe('checks of any text', () => {
  it(`survive ${MUTATIONS} mutated policies`, () => {
    let seed = 20261125;
    for (let i = 0; i < MUTATIONS; i++) {
      const fixture = all[i % all.length];
      assert.ok(fixture);
      if (fixture.text.length > 3_000) continue;
      seed = (seed * 1103515245 + 12345) % 2147483648;
      const text = mutated(fixture.text, seed);
      for (const { offset, end, fixes } of check(text, fixture)) {
        assert.ok(offset >= 0 && offset <= end && end <= Math.max(1, text.length), text);
        for (const fix of fixes) applyEdits(text, fix.edits);
      }
    }
  });

  it('take any characters, lone surrogates among them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        language.check(text);
        language.check(statementWith({ Sid: text, Action: text, Resource: `arn:aws:${text}` }));
        language.check(statementWith({ Condition: { [text]: { [text]: [text, 7, true] } } }));
      }),
      { numRuns: 300 },
    );
  });

  it('end in bounded time for what is long, deep or many', () => {
    bounded('binary', String.fromCharCode(...Array.from({ length: 20_000 }, (_, i) => i % 256)));
    bounded('deep', `{"Statement":${'['.repeat(10_000)}`);
    bounded('deep objects', '{"a":'.repeat(10_000));
    bounded('many statements', `{"Statement":[${'{"Effect":"Allow"},'.repeat(40_000)}{}]}`);
    bounded('100,000 statements', `{"Statement":[${'{},'.repeat(100_000)}{}]}`);
    bounded('long star pattern', statementWith({ Action: `s3:${'*a'.repeat(100_000)}` }));
    bounded('long resource', statementWith({ Resource: `arn:aws:s3:::${'*a?'.repeat(100_000)}` }));
    bounded('long variables', statementWith({ Resource: `arn:aws:s3:::${'${'.repeat(100_000)}` }));
    bounded(
      'long value',
      statementWith({
        Condition: { StringLike: { 'aws:userid': '*'.repeat(300_000) } },
      }),
    );
  });

  it('end in bounded time for lists whose members could cover each other', () => {
    const patterns = Array.from({ length: 20_000 }, (_, i) => `s3:*a*${i}*b`);
    bounded('patterns', statementWith({ Action: patterns }), ['identity', 'resource']);
    const arns = Array.from({ length: 15_000 }, (_, i) => `arn:aws:s3:::*a*${i}*/b*`);
    bounded('resources', statementWith({ Action: ['s3:*', 's3:GetObject'], Resource: arns }), [
      'identity',
      'resource',
    ]);
    const sids = Array.from({ length: 8_000 }, (_, i) => ({
      Sid: 'Same',
      Effect: i % 2 ? 'Allow' : 'Deny',
      Action: `s3:Get*${i % 7}`,
      Resource: '*',
    }));
    bounded('denials', JSON.stringify({ Version: '2012-10-17', Statement: sids }), [
      'identity',
      'resource',
    ]);
  });

  it('say that 50 MB are too large', () => {
    const [finding, ...more] = language.check(' '.repeat(50_000_000));
    assert.equal(finding?.code, 'TOO_LARGE_TO_CHECK');
    assert.deepEqual(more, []);
  });
});

/** The finding itself, found again after an edit: how many of its code there are. */
const count = (findings: readonly Finding[], code: string) =>
  findings.filter((finding) => finding.code === code).length;

describe('fixes', () => {
  it('of every finding in every fixture leave JSON with one finding less of its code', () => {
    for (const fixture of all) {
      const findings = check(fixture.text, fixture);
      const isJson = language.parse(fixture.text).tree.problems.length === 0;
      for (const { code, fixes } of findings) {
        for (const { title, edits } of fixes) {
          const fixed = applyEdits(fixture.text, edits);
          const place = `${fixture.name} ${code}: ${title}\n${fixed}`;
          if (isJson) assert.doesNotThrow(() => JSON.parse(fixed) as unknown, place);
          assert.ok(count(check(fixed, fixture), code) < count(findings, code), place);
        }
      }
    }
  });

  it('that are safe can all be applied, and then there is nothing left to apply', () => {
    for (const fixture of all) {
      let text = fixture.text;
      for (let round = 0; round < 20; round++) {
        const edits = check(text, fixture).flatMap(
          ({ fixes }) => fixes.find(({ safe }) => safe)?.edits ?? [],
        );
        if (edits.length === 0) break;
        assert.ok(round < 19, `${fixture.name} is never done`);
        text = applyEdits(text, edits);
      }
    }
  });
});
