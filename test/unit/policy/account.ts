import type { AccountValues, AccountValueType } from '../../../src/policy/index';

const names: Partial<Record<AccountValueType, readonly string[]>> = {
  user: ['anna', 'ben'],
  group: ['pickers'],
  role: ['picker', 'presser'],
  policy: ['orchard-read'],
  'oidc-provider': ['token.actions.githubusercontent.com'],
  'saml-provider': ['orchard'],
};

/** An account with a few names. */
export const account: AccountValues = {
  accountId: '461930275518',
  partition: 'aws',
  names: (type) =>
    type === 'bucket'
      ? [{ name: 'orchard-photos', arn: 'arn:aws:s3:::orchard-photos' }]
      : (names[type] ?? []).map((name) => ({
          name,
          arn: `arn:aws:iam::461930275518:${type}/${name}`,
        })),
};
