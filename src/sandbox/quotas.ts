/**
 * Default quotas, by the names that GetAccountSummary and LimitExceeded use.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const QUOTAS = {
  users: 5000,
  groups: 300,
  roles: 1000,
  policies: 1500,
  instanceProfiles: 1000,
  serverCertificates: 20,
  groupsPerUser: 10,
  accessKeysPerUser: 2,
  certificatesPerUser: 2,
  sshPublicKeysPerUser: 5,
  mfaDevicesPerUser: 8,
  attachedPoliciesPerUser: 10,
  attachedPoliciesPerGroup: 10,
  attachedPoliciesPerRole: 10,
  versionsPerPolicy: 5,
  policyVersionsInUse: 10000,
  tags: 50,
  /** Characters, white space not counted; inline policies are summed. */
  userPolicySize: 2048,
  groupPolicySize: 5120,
  rolePolicySize: 10240,
  policySize: 6144,
  trustPolicySize: 2048,
} as const;
