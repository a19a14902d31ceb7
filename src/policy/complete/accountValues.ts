/** What an account's names are of; `bucket` where the caller may list buckets. */
export const accountValueTypes = [
  'user',
  'group',
  'role',
  'policy',
  'instance-profile',
  'oidc-provider',
  'saml-provider',
  'mfa',
  'server-certificate',
  'bucket',
] as const;
export type AccountValueType = (typeof accountValueTypes)[number];

export interface AccountValue {
  name: string;
  arn: string;
}

/**
 * What is known of the connected account at this moment. Answers at once from what is loaded, never
 * waits: an empty list says that nothing is known (yet), not that there is nothing.
 */
export interface AccountValues {
  /** Twelve digits. */
  readonly accountId?: string;
  /** `aws`, `aws-cn`, …; absent means that it is not known. */
  readonly partition?: string;
  names(type: AccountValueType): readonly AccountValue[];
}
