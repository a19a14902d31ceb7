import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../src/policy/index';
import { Patch } from '../../../src/policy/patch';

describe('patch', () => {
  it('gives edits of the first text for what edits after edits made of it', () => {
    const edit = fc.record({
      offset: fc.nat(40),
      length: fc.nat(8),
      text: fc.string({ maxLength: 5 }),
    });
    const rounds = fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), rounds, (text, all) => {
        const patch = new Patch(text);
        let expected = text;
        for (const round of all) {
          const edits = round.map(({ offset, length, text: put }) => {
            const from = Math.min(offset, expected.length);
            return { offset: from, end: Math.min(from + length, expected.length), text: put };
          });
          expected = applyEdits(expected, edits);
          patch.apply(edits);
          assert.equal(patch.text, expected);
        }
        assert.equal(applyEdits(text, patch.edits()), expected);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves what was not touched out of its edits', () => {
    const patch = new Patch('one two three');
    patch.apply([{ offset: 4, end: 7, text: '2' }]);
    patch.apply([{ offset: 5, end: 5, text: '!' }]);
    assert.equal(patch.text, 'one 2! three');
    assert.deepEqual(patch.edits(), [{ offset: 4, end: 7, text: '2!' }]);
    assert.deepEqual(new Patch('same').edits(), []);
  });
});
