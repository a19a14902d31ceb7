import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parsePolicyPath, policyPath, policyTitle } from '../../../src/documents/policyUri';
import type { PolicyRef } from '../../../src/iam/model';

const name = fc.stringMatching(/^[\w+=,.@-]+$/);
const inline = fc
  .tuple(fc.constantFrom('user' as const, 'group' as const), name, name)
  .map(([kind, holder, policyName]): PolicyRef => ({
    kind: 'inline',
    holder: { kind, name: holder },
    policyName,
  }));
const managed = fc
  .tuple(name, name, fc.option(fc.nat()))
  .map(([folder, policy, version]): PolicyRef => ({
    kind: 'managed',
    arn: `arn:aws:iam::111122223333:policy/${folder}/${policy}`,
    ...(version === null ? {} : { versionId: `v${version}` }),
  }));

describe('policy paths', () => {
  it('give back what they were made of', () => {
    fc.assert(
      fc.property(
        fc.oneof(inline, managed),
        fc.string({ minLength: 1, unit: 'binary' }),
        (ref, connectionId) => {
          assert.deepEqual(parsePolicyPath(policyPath({ connectionId, ref })), {
            connectionId,
            ref,
          });
        },
      ),
    );
  });

  it('never throw for a path of somebody else', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (path) => void parsePolicyPath(path)));
    assert.equal(parsePolicyPath('/policies/practice/inline/user/%ff/x/x'), undefined);
    assert.equal(parsePolicyPath('/policies/practice/inline/role/a/b/c'), undefined);
  });

  it('end with the title of the tab', () => {
    const ref: PolicyRef = {
      kind: 'inline',
      holder: { kind: 'group', name: 'RightScaleDash' },
      policyName: 'FullControl',
    };
    assert.equal(policyTitle(ref), 'FullControl — group RightScaleDash');
  });
});
