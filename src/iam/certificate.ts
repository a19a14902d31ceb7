import type { NewCertificate } from './certificateLibrary';

/** Key lengths that are offered. IAM takes RSA certificates; shorter keys than 2,048 bits are broken. */
export const KEY_LENGTHS = [2048, 3072, 4096] as const;
export type KeyLength = (typeof KEY_LENGTHS)[number];

export interface CertificateRequest {
  /** Common name of the subject: the name of the user. At most 64 characters (RFC 5280, ub-common-name). */
  commonName: string;
  keyLength: KeyLength;
  /** From one hour ago on. */
  validityDays: number;
  /** Encrypts the private key; it is in clear when absent. */
  passphrase?: string;
  now?: Date;
}

export type { NewCertificate } from './certificateLibrary';

/** Longest validity that is offered, in days: ten years. */
export const MAX_VALIDITY_DAYS = 3650;

/** Says in words why `text` cannot be a validity in days, or undefined. */
export function validityProblem(text: string): string | undefined {
  const days = Number(text);
  if (!/^\d+$/.test(text.trim()) || days < 1 || days > MAX_VALIDITY_DAYS) {
    return `The validity is a whole number of days, from 1 to ${MAX_VALIDITY_DAYS.toLocaleString('en-US')}.`;
  }
  return undefined;
}

/** Says in words why `text` cannot protect a private key, or undefined. */
export function passphraseProblem(text: string): string | undefined {
  if (text.length < 8) return 'A passphrase has at least 8 characters.';
  if (text.length > 1024) return 'A passphrase has at most 1,024 characters.';
  // Programs disagree on how to encode anything else, and the key would stay shut.
  if (!/^[ -~]+$/.test(text)) {
    return 'A passphrase is made of letters A to Z, digits, spaces and the signs of an English keyboard.';
  }
  return undefined;
}

/**
 * Makes an RSA key pair and a self-signed X.509 v3 certificate for UploadSigningCertificate, in
 * process and without blocking. The library is loaded on first use.
 */
export async function createCertificate(request: CertificateRequest): Promise<NewCertificate> {
  const library = await import('./certificateLibrary');
  return library.createCertificate(request);
}
