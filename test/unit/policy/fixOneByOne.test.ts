import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, type Finding } from '../../../src/policy/index';
import { fixtures, type Fixture } from './fixture';
import { language } from './language';

function check(text: string, { kind, service }: Fixture): Finding[] {
  return language.check(text, { kind, ...(service === undefined ? {} : { service }) });
}

function fixAll(
  text: string,
  which: { code: string } | 'safe',
  { kind, service }: Fixture,
): string {
  const options = { kind, ...(service === undefined ? {} : { service }) };
  return applyEdits(text, language.changes.fixAll(text, which, options));
}

const duplicates = (...sids: string[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: sids.map((sid, i) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: `s3:GetObject${i === 0 ? '' : 'Acl'}`,
      Resource: `arn:aws:s3:::b${i}/*`,
    })),
  });

describe('fixing all of a code', () => {
  it('gives each finding its own answer', () => {
    const text = duplicates('A', 'A', 'A', 'B', 'B');
    const edits = language.changes.fixAll(
      text,
      { code: 'UNIQUE_SIDS_REQUIRED' },
      { kind: 'identity' },
    );
    const fixed = JSON.parse(applyEdits(text, edits)) as { Statement: { Sid: string }[] };
    assert.deepEqual(
      fixed.Statement.map(({ Sid }) => Sid),
      ['A', 'A2', 'A3', 'B', 'B2'],
    );
  });

  it('keeps one of two that cover each other', () => {
    const statement = { Effect: 'Allow', Action: 's3:Get*', Resource: '*' };
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement, statement] });
    const edits = language.changes.fixAll(text, 'safe', { kind: 'identity' });
    const fixed = JSON.parse(applyEdits(text, edits)) as { Statement: unknown[] };
    assert.deepEqual(fixed.Statement, [statement]);
  });

  it('ends, and leaves nothing of the code that has a preferred fix, in every fixture', () => {
    for (const fixture of fixtures().filter(({ bad }) => bad)) {
      const findings = check(fixture.text, fixture);
      for (const code of new Set(findings.map((finding) => finding.code))) {
        const fixed = fixAll(fixture.text, { code }, fixture);
        const left = check(fixed, fixture).filter(
          (finding) => finding.code === code && finding.fixes.some(({ preferred }) => preferred),
        );
        assert.deepEqual(left, [], `${fixture.name} ${code}\n${fixed}`);
      }
    }
  });

  it('that is safe leaves JSON with nothing safe to fix, in every fixture', () => {
    for (const fixture of fixtures()) {
      const fixed = fixAll(fixture.text, 'safe', fixture);
      const left = check(fixed, fixture).flatMap(({ fixes }) => fixes.filter(({ safe }) => safe));
      assert.deepEqual(left, [], `${fixture.name}\n${fixed}`);
      assert.equal(fixAll(fixed, 'safe', fixture), fixed);
    }
  });

  it('ends when it is told to', () => {
    const text = duplicates('A', 'A', 'A');
    let asked = 0;
    const edits = language.changes.fixAll(
      text,
      { code: 'UNIQUE_SIDS_REQUIRED' },
      { kind: 'identity', shouldStop: () => ++asked > 1 },
    );
    assert.equal(edits.length, 1);
  });
});
