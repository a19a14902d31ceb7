import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  newAccessKeyId,
  newCertificateId,
  newId,
  newSecretAccessKey,
} from '../../../src/sandbox/identifiers';

/** Reads the account out of a key id, as tools do: base 32, 48 bits, the middle 40. */
function accountOf(keyId: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = 0n;
  for (const letter of keyId.slice(4)) bits = bits * 32n + BigInt(alphabet.indexOf(letter));
  const head = bits >> 32n;
  return String((head & 0x7fffffffff80n) >> 7n).padStart(12, '0');
}

test('an access key id tells its account', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12}$/), (account) => {
      const id = newAccessKeyId(account);
      assert.match(id, /^AKIA[A-Z2-7]{16}$/);
      assert.equal(accountOf(id), account);
    }),
  );
});

test('identifiers have the shape of those of AWS', () => {
  assert.match(newId('AIDA'), /^AIDA[A-Z2-7]{17}$/);
  assert.match(newCertificateId(), /^[A-Z2-7]{32}$/);
  assert.match(newSecretAccessKey(), /^[A-Za-z0-9+/]{40}$/);
  assert.notEqual(newId('AGPA'), newId('AGPA'));
});
