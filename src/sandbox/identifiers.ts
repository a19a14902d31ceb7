import { randomBytes, randomUUID } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Prefixes of unique identifiers.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
type Prefix = 'AIDA' | 'AGPA' | 'AROA' | 'ANPA' | 'APKA' | 'ACCA';

/** Where the bytes of an identifier come from; the sample account has its own, so that it is always the same. */
export type RandomSource = (length: number) => Buffer;

/** A unique id of a user (AIDA), group (AGPA), role (AROA) or managed policy (ANPA): 21 characters. */
export function newId(prefix: Prefix, random: RandomSource = randomBytes): string {
  return prefix + randomBase32(17, random);
}

/**
 * An access key id: AKIA and 16 characters, of which the first ones encode the account, as those of
 * AWS do, so that tools which read the account from a key id read this one.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html
 */
export function newAccessKeyId(accountId: string, random: RandomSource = randomBytes): string {
  const bytes = random(10);
  const account = (1n << 47n) | (BigInt(accountId) << 7n) | BigInt((bytes[5] ?? 0) & 0x7f);
  bytes.writeUIntBE(Number(account >> 24n), 0, 3);
  bytes.writeUIntBE(Number(account & 0xffffffn), 3, 3);
  return 'AKIA' + encodeBase32(bytes);
}

/** 40 characters. It is handed out once and kept nowhere. */
export function newSecretAccessKey(): string {
  return randomBytes(30).toString('base64');
}

/** The seed of a virtual MFA device: 64 characters of base 32, handed out once and kept nowhere. */
export function newMfaSeed(): string {
  return randomBase32(64, randomBytes);
}

export function newCertificateId(random: RandomSource = randomBytes): string {
  return randomBase32(32, random);
}

export function newRequestId(): string {
  return randomUUID();
}

function randomBase32(length: number, random: RandomSource): string {
  return Array.from(random(length), (byte) => BASE32[byte & 31]).join('');
}

/** For a whole number of five-byte groups. */
function encodeBase32(bytes: Buffer): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 5) {
    let group = bytes.readUIntBE(start, 5);
    let part = '';
    for (let index = 0; index < 8; index++) {
      part = (BASE32[group % 32] ?? '') + part;
      group = Math.floor(group / 32);
    }
    text += part;
  }
  return text;
}
