import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { repairedRange } from '../../../src/policy/addressRepair';
import { parseRange } from '../../../src/policy/addresses';

describe('ranges of addresses as people write them', () => {
  it('become CIDR where they are one', () => {
    assert.equal(repairedRange('203.0.113.*'), '203.0.113.0/24');
    assert.equal(repairedRange('10.20.*.*'), '10.20.0.0/16');
    assert.equal(repairedRange('203.0.113.0-203.0.113.255'), '203.0.113.0/24');
    assert.equal(repairedRange('203.0.113.8 – 203.0.113.15'), '203.0.113.8/29');
    assert.equal(repairedRange('203.0.113.7-203.0.113.7'), '203.0.113.7/32');
    assert.equal(repairedRange('0.0.0.0-255.255.255.255'), '0.0.0.0/0');
  });

  it('stay as they are where they are none', () => {
    for (const text of [
      '203.0.113.1-203.0.113.255',
      '203.0.113.4-203.0.113.11',
      '203.0.113.255-203.0.113.0',
      '203.0.113.300/24',
      '203.0.113.0/33',
      '300.1.*.*',
      '203.*.113.0',
      '203.0.113',
      'everywhere',
      '-',
      '',
    ]) {
      assert.equal(repairedRange(text), undefined, text);
    }
  });

  it('are ranges that AWS takes, whatever was written', () => {
    const part = fc.constantFrom('0', '7', '255', '256', '*', '-', '.', '203', ' ', '–');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 16 }), (parts) => {
        const range = repairedRange(parts.join(''));
        if (range !== undefined) assert.ok(parseRange(range), range);
      }),
      { numRuns: 2_000 },
    );
  });
});
