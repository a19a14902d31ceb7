// The X.509 library registers its parts with this, so it comes first.
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { randomBytes, webcrypto } from 'node:crypto';
import type { CertificateRequest } from './certificate';
import { encryptPrivateKey } from './privateKeyEncryption';

export interface NewCertificate {
  /** One PEM block, nothing around it. */
  certificatePem: string;
  /** PKCS#8 PEM; encrypted when there was a passphrase. Secret: to the chosen file and nowhere else. */
  privateKeyPem: string;
  notAfter: Date;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** See createCertificate of certificate.ts. */
export async function createCertificate(request: CertificateRequest): Promise<NewCertificate> {
  const keys = await webcrypto.subtle.generateKey(
    {
      ...ALGORITHM,
      modulusLength: request.keyLength,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ['sign', 'verify'],
  );
  const now = request.now ?? new Date();
  // AWS refuses a certificate that is not valid yet: an hour covers a clock that is ahead.
  const notBefore = new Date(now.getTime() - HOUR);
  const notAfter = new Date(now.getTime() + request.validityDays * DAY);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: [{ CN: [request.commonName] }],
      serialNumber: positiveSerial(),
      notBefore,
      notAfter,
      keys,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const privateKeyPem = await privateKeyText(pkcs8, request.passphrase);
  pkcs8.fill(0);
  return { certificatePem: `${certificate.toString('pem').trim()}\n`, privateKeyPem, notAfter };
}

/** RFC 5280, 4.1.2.2: positive, at most 20 octets. The first octet keeps it positive and not zero. */
function positiveSerial(): string {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial.toString('hex');
}

async function privateKeyText(pkcs8: Buffer, passphrase: string | undefined): Promise<string> {
  if (passphrase === undefined) return pemBlock(pkcs8, PemConverter.PrivateKeyTag);
  return pemBlock(await encryptPrivateKey(pkcs8, passphrase), 'ENCRYPTED PRIVATE KEY');
}

function pemBlock(der: Uint8Array, label: string): string {
  return `${PemConverter.encode(new Uint8Array(der).buffer, label).trim()}\n`;
}
