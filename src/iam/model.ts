import type { IamError } from './errors';

/** Plain data of an IAM account, narrowed from the SDK's optional fields once, at the edge. */

export type Status = 'Active' | 'Inactive';

export interface Tag {
  key: string;
  value: string;
}

export interface InlinePolicy {
  name: string;
  /** The JSON text as AWS keeps it, already percent-decoded. */
  document: string;
}

export interface AttachedPolicy {
  name: string;
  arn: string;
}

interface Principal {
  name: string;
  /** AIDA…, AGPA… */
  id: string;
  arn: string;
  path: string;
  created: Date;
  inlinePolicies: InlinePolicy[];
  attachedPolicies: AttachedPolicy[];
  /**
   * Set when only list calls were allowed: groups and policies are not known until
   * `Account.loadHolder` has asked for them.
   */
  partial?: true;
}

export interface User extends Principal {
  kind: 'user';
  /** Names of the groups that the user is a member of. */
  groups: string[];
  permissionsBoundary?: string;
  tags: Tag[];
}

export interface Group extends Principal {
  kind: 'group';
}

export interface PolicyVersion {
  id: string;
  isDefault: boolean;
  created: Date;
  /** The JSON text; absent where the list call does not give it. */
  document?: string;
}

export interface ManagedPolicy {
  kind: 'managedPolicy';
  name: string;
  id: string;
  arn: string;
  path: string;
  created: Date;
  updated: Date;
  defaultVersionId: string;
  attachmentCount: number;
  boundaryUsageCount: number;
  description?: string;
  /** Owned by AWS: cannot be changed by the account. */
  awsManaged: boolean;
  versions: PolicyVersion[];
}

export interface AccessKey {
  kind: 'accessKey';
  id: string;
  userName: string;
  status: Status;
  created: Date;
  /** Absent until asked for; `never` when AWS answers N/A. */
  lastUsed?: 'never' | { date: Date; service: string; region: string };
}

export interface SigningCertificate {
  kind: 'signingCertificate';
  id: string;
  userName: string;
  status: Status;
  uploaded: Date;
  /** PEM. */
  body: string;
  /** Absent when the body cannot be parsed. */
  subject?: string;
  notBefore?: Date;
  notAfter?: Date;
}

/** What CreateAccessKey answers. The secret is in this answer only: never log, store or show it unasked. */
export interface NewAccessKey {
  id: string;
  secret: string;
  userName: string;
  created: Date;
}

export interface UserCredentials {
  accessKeys: AccessKey[];
  certificates: SigningCertificate[];
  /** Whether the user has a console password; absent when that may not be asked. */
  hasLoginProfile?: boolean;
  /** Why a part is missing: the error of each call that was refused. */
  failures?: IamError[];
}

export interface AccountIdentity {
  accountId: string;
  /** Of the caller. */
  arn: string;
  alias?: string;
}

/** Who owns an inline policy or has a managed one attached. */
export interface PolicyHolder {
  kind: 'user' | 'group';
  name: string;
}

/** Names one policy document of the account. */
export type PolicyRef =
  | { kind: 'inline'; holder: PolicyHolder; policyName: string }
  /** Without a version: the default one. */
  | { kind: 'managed'; arn: string; versionId?: string };

/** A part of the account that loads by itself: shown while it grows, and says why when it cannot. */
export interface Loadable<T> {
  state: 'idle' | 'loading' | 'ready' | 'failed';
  /** What is there so far, sorted by name without regard to case. */
  items: readonly T[];
  /** Set when the state is `failed`. */
  error?: IamError;
}

/** What policies name and the lists of the account do not hold. */
export type ReferenceKind =
  | 'role'
  | 'instanceProfile'
  | 'oidcProvider'
  | 'samlProvider'
  | 'virtualMfaDevice'
  | 'serverCertificate'
  | 'bucket';

export interface Reference {
  name: string;
  arn: string;
}

/** What changed in the account, as narrow as is known, so that only that is drawn again. */
export type AccountChange =
  | { kind: 'all' }
  | { kind: 'users' }
  | { kind: 'groups' }
  | { kind: 'managedPolicies' }
  | { kind: 'user'; name: string }
  | { kind: 'group'; name: string }
  | { kind: 'credentials'; userName: string }
  | { kind: 'references'; of: ReferenceKind }
  | { kind: 'policy'; ref: PolicyRef };

/** Names one thing of the account. Tree nodes carry it, commands take it: neither knows the other. */
export type EntityRef =
  | { kind: 'user'; name: string }
  | { kind: 'group'; name: string }
  | { kind: 'accessKey'; userName: string; id: string }
  | { kind: 'signingCertificate'; userName: string; id: string }
  /** `shown` says which of the two the tree shows: the member of a group or a group of the user. */
  | { kind: 'membership'; userName: string; groupName: string; shown: 'user' | 'group' }
  /** An inline policy, or a managed one in the list of policies. */
  | { kind: 'policy'; ref: PolicyRef }
  /** A managed policy where it is attached. */
  | { kind: 'attachment'; holder: PolicyHolder; arn: string; name: string };
