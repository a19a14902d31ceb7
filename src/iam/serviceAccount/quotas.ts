import type { ServiceAccountInput } from './input';

/** One quota that the plan touches. */
export interface QuotaLine {
  label: string;
  before: number;
  after: number;
  limit: number;
  exceeded: boolean;
}

/**
 * What the plan does to the account's quotas, by the account's own numbers.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html
 */
export function quotaLines(
  input: ServiceAccountInput,
  summary: ReadonlyMap<string, number>,
  keysNow: number,
): QuotaLine[] {
  const lines: QuotaLine[] = [];
  const add = (label: string, before: number | undefined, more: number, quota: string): void => {
    const limit = summary.get(quota);
    if (limit === undefined || before === undefined || more === 0) return;
    const after = before + more;
    lines.push({ label, before, after, limit, exceeded: after > limit });
  };
  if (input.userExists !== true) {
    add('Users of the account', summary.get('Users'), 1, 'UsersQuota');
  }
  if (input.group.kind === 'new') {
    add('Groups of the account', summary.get('Groups'), 1, 'GroupsQuota');
  }
  if (input.group.kind !== 'none') {
    add('Groups of the user', 0, 1, 'GroupsPerUserQuota');
  }
  if (input.policy.kind === 'inline') {
    const holder = input.group.kind === 'new' ? 'Group' : 'User';
    const size = policySize(input.policy.document);
    add(
      `Characters of inline policies of the ${holder.toLowerCase()}`,
      0,
      size,
      `${holder}PolicySizeQuota`,
    );
  }
  if (input.accessKey) add('Access keys of the user', keysNow, 1, 'AccessKeysPerUserQuota');
  if (input.certificate) {
    add('Signing certificates of the user', 0, 1, 'SigningCertificatesPerUserQuota');
  }
  return lines;
}

/** IAM does not count white space. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export function policySize(document: string): number {
  return document.replace(/\s/g, '').length;
}
