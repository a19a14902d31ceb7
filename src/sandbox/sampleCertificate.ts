import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { CertificateState, Status } from './state';

export interface SampleCertificate {
  id: string;
  commonName: string;
  status: Status;
  uploaded: Date;
  notBefore: Date;
  notAfter: Date;
}

/** Object identifiers (RFC 5480, RFC 5758, RFC 4519) in DER. */
const ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');

/**
 * A self-signed certificate for the sample account, valid when it is told to be, and so made anew for
 * every account. Its private key is thrown away. Written out by hand (RFC 5280, section 4.1): a
 * certificate library would double the size of the practice account.
 */
export function sampleCertificate(sample: SampleCertificate): CertificateState {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(0x30, ECDSA_WITH_SHA256);
  const name = distinguishedName(sample.commonName);
  const toBeSigned = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serialNumber(sample.id)),
    algorithm,
    name,
    der(0x30, time(sample.notBefore), time(sample.notAfter)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', toBeSigned, privateKey)]);
  const certificate = der(0x30, toBeSigned, algorithm, der(0x03, signature));
  return {
    id: sample.id,
    status: sample.status,
    uploaded: sample.uploaded.toISOString(),
    body: pem(certificate),
    fingerprint: fingerprint(certificate),
  };
}

/** One DER element: tag, length, contents. */
function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content]);
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

function distinguishedName(commonName: string): Buffer {
  return der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0c, Buffer.from(commonName)))));
}

/** Positive, as the leading bit says. */
function serialNumber(seed: string): Buffer {
  const bytes = createHash('sha256').update(seed).digest().subarray(0, 16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

/** UTCTime, which holds for the years to 2049. */
function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\D/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function fingerprint(certificate: Buffer): string {
  const digest = createHash('sha256').update(certificate).digest('hex').toUpperCase();
  return digest.replace(/..(?=.)/g, '$&:');
}
