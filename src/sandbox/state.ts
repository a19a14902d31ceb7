/**
 * Everything that an account holds, as plain data that JSON keeps.
 * It never holds a secret: no secret access key, no password.
 */
export interface AccountState {
  format: 1;
  accountId: string;
  created: string;
  alias?: string;
  /** Credentials of the account's root user. */
  root: Credentials;
  users: UserState[];
  groups: GroupState[];
  roles: RoleState[];
  /** Customer managed policies. */
  policies: ManagedPolicyState[];
  /** ARNs, of those that a user has and those that are free. */
  virtualMfaDevices: string[];
  /** Ids of access keys that once were: they are refused, which a key never heard of is not. */
  deletedKeys: string[];
}

export interface Credentials {
  accessKeys: AccessKeyState[];
  certificates: CertificateState[];
}

/** Who can hold policies: what users, groups and roles have in common. */
export interface HolderState {
  name: string;
  id: string;
  path: string;
  created: string;
  inlinePolicies: InlinePolicyState[];
  /** ARNs. */
  attachedPolicies: string[];
}

export interface UserState extends HolderState, Credentials {
  groupIds: string[];
  tags: TagState[];
  /** ARN of the permissions boundary. */
  boundary?: string;
  loginProfile?: { created: string; resetRequired: boolean };
  mfaDevices: { serialNumber: string; enabled: string }[];
  sshPublicKeys: { id: string; status: string; uploaded: string }[];
  serviceCredentials: { id: string; service: string; status: string; created: string }[];
}

export type GroupState = HolderState;

export interface RoleState extends HolderState {
  trustPolicy: string;
  description?: string;
  /** Seconds. */
  maxSessionDuration: number;
  tags: TagState[];
  boundary?: string;
}

export interface InlinePolicyState {
  name: string;
  document: string;
}

export interface TagState {
  key: string;
  value: string;
}

export interface AccessKeyState {
  id: string;
  status: Status;
  created: string;
  lastUsed?: { date: string; service: string; region: string };
}

export interface CertificateState {
  id: string;
  status: Status;
  uploaded: string;
  /** PEM. */
  body: string;
  /** SHA-256, which tells duplicates. */
  fingerprint: string;
}

export type Status = 'Active' | 'Inactive';

export interface ManagedPolicyState {
  name: string;
  id: string;
  arn: string;
  path: string;
  description?: string;
  created: string;
  updated: string;
  defaultVersionId: string;
  /** Version numbers are not used twice. */
  nextVersion: number;
  /** Oldest first. */
  versions: { id: string; created: string; document: string }[];
  tags: TagState[];
}

/** Names of one kind are unique without regard to case: this is what they are compared and sorted by. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}

export function emptyAccount(accountId: string, now: Date): AccountState {
  return {
    format: 1,
    accountId,
    created: now.toISOString(),
    root: { accessKeys: [], certificates: [] },
    users: [],
    groups: [],
    roles: [],
    policies: [],
    virtualMfaDevices: [],
    deletedKeys: [],
  };
}
