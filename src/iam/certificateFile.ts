import { X509Certificate } from 'node:crypto';
import { IamError } from './errors';

/** What an existing certificate file holds, as far as it matters to UploadSigningCertificate. */
export interface CertificateFile {
  /** The one PEM block to upload, normalised. */
  pem: string;
  subject: string;
  serialNumber: string;
  notBefore: Date;
  notAfter: Date;
  /** Undefined for a key that is not RSA. */
  keyLength?: number;
  /** AWS will refuse it: sentences. */
  problems: string[];
  /** Worth knowing: sentences. */
  notes: string[];
}

/** Longest certificate body that IAM takes. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSigningCertificate.html */
const MAX_BODY_LENGTH = 16_384;
/** Far above any certificate: a wrong file is not read into a parser. */
const MAX_FILE_LENGTH = 1_000_000;

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----\s*([A-Za-z0-9+/=\s]*?)-----END \1-----/g;

/**
 * Reads a certificate as people have it: PEM with text, a byte order mark, CRLF or several blocks
 * around it, or DER.
 * @throws IamError `invalidCertificate`, without any of the file's content in it
 */
export function readCertificateFile(bytes: Uint8Array, now = new Date()): CertificateFile {
  if (bytes.length > MAX_FILE_LENGTH) throw invalid('The file is too large to be a certificate.');
  const blocks = [...Buffer.from(bytes).toString('latin1').matchAll(BLOCK)];
  const labels = blocks.map((block) => block[1] ?? '');
  const certificates = blocks.filter((block) => isCertificate(block[1]));
  const hasPrivateKey = labels.some((label) => label.endsWith('PRIVATE KEY'));
  const first = certificates[0]?.[2];
  if (first === undefined && blocks.length > 0) throw invalid(notACertificate(labels));
  const der = first === undefined ? bytes : Buffer.from(first, 'base64');
  const certificate = parse(der);
  const notes: string[] = [];
  if (certificates.length > 1) {
    notes.push(`The file holds ${certificates.length} certificates; the first one is used.`);
  }
  if (hasPrivateKey) {
    notes.push(
      'The file holds a private key too. It stays where it is: only the certificate is sent.',
    );
  }
  return describe(certificate, notes, now);
}

function isCertificate(label: string | undefined): boolean {
  return label === 'CERTIFICATE' || label === 'X509 CERTIFICATE';
}

function notACertificate(labels: string[]): string {
  if (labels.some((label) => label.endsWith('PRIVATE KEY'))) {
    return 'The file holds a private key and no certificate. A private key is never uploaded.';
  }
  return `The file holds ${labels.map((label) => label.toLowerCase()).join(', ')} and no certificate.`;
}

function parse(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch {
    throw invalid('The file is not an X.509 certificate in PEM or DER form.');
  }
}

function describe(certificate: X509Certificate, notes: string[], now: Date): CertificateFile {
  const keyLength = certificate.publicKey.asymmetricKeyDetails?.modulusLength;
  const notBefore = new Date(certificate.validFrom);
  const notAfter = new Date(certificate.validTo);
  const pem = pemOf(certificate);
  const problems: string[] = [];
  if (notAfter <= now) problems.push(`The certificate expired on ${isoDay(notAfter)}.`);
  if (notBefore > now) {
    problems.push(
      `The certificate is not valid before ${notBefore.toISOString()}. AWS refuses a start date in the future; check this machine's clock.`,
    );
  }
  if (pem.length > MAX_BODY_LENGTH) {
    problems.push(`The certificate is longer than the 16,384 characters that AWS takes.`);
  }
  if (certificate.publicKey.asymmetricKeyType !== 'rsa') {
    problems.push('The key of the certificate is not RSA.');
  } else if (keyLength !== undefined && keyLength < 2048) {
    notes.push(`Its RSA key has ${keyLength} bits; 2,048 are the least that is safe today.`);
  }
  return {
    pem,
    subject: certificate.subject.replaceAll('\n', ', '),
    serialNumber: certificate.serialNumber,
    notBefore,
    notAfter,
    ...(keyLength === undefined ? {} : { keyLength }),
    problems,
    notes,
  };
}

function pemOf(certificate: X509Certificate): string {
  const lines = certificate.raw.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function invalid(message: string): IamError {
  return new IamError('invalidCertificate', message, {
    advice: 'Choose a file with a PEM block that begins with -----BEGIN CERTIFICATE-----.',
  });
}
