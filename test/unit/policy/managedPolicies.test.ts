import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { language, managedPolicies, managedPolicyVersions, root } from './language';

interface Recorded {
  /** By code: how many findings the newest versions have, in how many policies, and why that is right. */
  findings: Record<string, { findings: number; policies: number; reason: string }>;
  /** Typing errors and retired names of AWS in versions that it has replaced since, by code. */
  mistakes: Record<string, string[]>;
}

const recorded = JSON.parse(
  readFileSync(path.join(root, 'test/fixtures/managed-policy-findings.json'), 'utf8'),
) as Recorded;

describe('AWS managed policies', () => {
  it('have no error, and the findings that are recorded with a reason', () => {
    const counted: Record<string, { findings: number; policies: Set<string> }> = {};
    const errors: string[] = [];
    for (const { name, text } of managedPolicies()) {
      for (const { code, severity, message } of language.check(text, { kind: 'identity' })) {
        if (severity === 'error') errors.push(`${name}: ${code} ${message}`);
        const count = (counted[code] ??= { findings: 0, policies: new Set() });
        count.findings++;
        count.policies.add(name);
      }
    }
    assert.deepEqual(errors, []);
    const now = Object.entries(counted).map(([code, { findings, policies }]) => [
      code,
      { findings, policies: policies.size },
    ]);
    const then = Object.entries(recorded.findings).map(([code, { findings, policies, reason }]) => {
      assert.match(reason, /^\S.{20,}\.$/, code);
      return [code, { findings, policies }];
    });
    assert.deepEqual(Object.fromEntries(now), Object.fromEntries(then));
  });

  it('have in their older versions no error but the slips that AWS has mended since', () => {
    const found: Record<string, Set<string>> = {};
    for (const { text } of managedPolicyVersions()) {
      for (const { code, severity, offset, end } of language.check(text, { kind: 'identity' })) {
        if (severity === 'error') (found[code] ??= new Set()).add(text.slice(offset + 1, end - 1));
      }
    }
    const now = Object.entries(found).map(([code, texts]) => [code, [...texts].sort()]);
    assert.deepEqual(Object.fromEntries(now), recorded.mistakes);
  });
});
