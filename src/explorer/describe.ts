import type { AccessKey, SigningCertificate } from '../iam/model';
import { counted } from '../ui/words';

const DAY = 24 * 60 * 60 * 1000;
/** AWS's own advice (Security Hub IAM.3, CIS 1.14) is to rotate keys after 90 days. */
const OLD_KEY_DAYS = 90;
const EXPIRY_WARNING_DAYS = 30;

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: Date, to: Date): number {
  return Math.trunc((to.getTime() - from.getTime()) / DAY);
}

/** "AKIA…EX7Q": enough to tell two ids of one user apart. */
export function shortId(id: string): string {
  return id.length <= 10 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`;
}

export function isOld(key: AccessKey, now: Date): boolean {
  return daysBetween(key.created, now) > OLD_KEY_DAYS;
}

/** "active · 12 days · last used yesterday (s3)". */
export function describeAccessKey(key: AccessKey, now: Date): string {
  const days = daysBetween(key.created, now);
  const age = days <= 0 ? 'today' : counted(days, 'day');
  const status = key.status === 'Active' ? 'active' : 'inactive';
  const first = isOld(key, now) ? `${status} ⚠ ${age}` : `${status} · ${age}`;
  const used = describeLastUsed(key, now);
  return used === undefined ? first : `${first} · ${used}`;
}

function describeLastUsed({ lastUsed }: AccessKey, now: Date): string | undefined {
  if (lastUsed === undefined) return undefined;
  if (lastUsed === 'never') return 'never used';
  return `last used ${daysAgo(daysBetween(lastUsed.date, now))} (${lastUsed.service})`;
}

function daysAgo(days: number): string {
  if (days <= 0) return 'today';
  return days === 1 ? 'yesterday' : `${counted(days, 'day')} ago`;
}

export type Validity = 'unknown' | 'notYetValid' | 'valid' | 'expiresSoon' | 'expired';

export function validityOf(certificate: SigningCertificate, now: Date): Validity {
  const { notBefore, notAfter } = certificate;
  if (!notAfter) return 'unknown';
  if (notAfter <= now) return 'expired';
  if (notBefore && notBefore > now) return 'notYetValid';
  return daysBetween(now, notAfter) < EXPIRY_WARNING_DAYS ? 'expiresSoon' : 'valid';
}

/** "active · expires in 364 days". */
export function describeCertificate(certificate: SigningCertificate, now: Date): string {
  const status = certificate.status === 'Active' ? 'active' : 'inactive';
  const days = certificate.notAfter ? daysBetween(now, certificate.notAfter) : 0;
  switch (validityOf(certificate, now)) {
    case 'unknown':
      return status;
    case 'notYetValid':
      return `${status} ⚠ not valid yet`;
    case 'expired':
      return `${status} ⚠ expired ${daysAgo(-days)}`;
    case 'expiresSoon':
      return `${status} ⚠ expires ${days === 0 ? 'today' : `in ${counted(days, 'day')}`}`;
    case 'valid':
      return `${status} · expires in ${counted(days, 'day')}`;
  }
}

/** "3 of 5,000" while a filter narrows the list, else "5,000". */
export function describeList(shown: number, all: number): string {
  return shown === all
    ? all.toLocaleString()
    : `${shown.toLocaleString()} of ${all.toLocaleString()}`;
}
