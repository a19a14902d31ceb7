import type { AccessAnalyzer } from './accessAnalyzer/model';
import type { Disposable, Event } from './events';
import type {
  AccessKey,
  AccountChange,
  AccountIdentity,
  AttachedPolicy,
  Group,
  Loadable,
  ManagedPolicy,
  NewAccessKey,
  PolicyHolder,
  PolicyRef,
  PolicyVersion,
  Reference,
  ReferenceKind,
  SigningCertificate,
  Status,
  Tag,
  User,
  UserCredentials,
} from './model';

export interface CallOptions {
  signal?: AbortSignal;
}

/** The text of a policy as read, and what tells whether it has changed since. */
export interface PolicyText {
  text: string;
  /** Changes whenever the stored document does: version id or digest. */
  etag: string;
  versionId?: string;
}

/**
 * One AWS account as seen through one connection: loads, caches, changes, and tells who listens.
 * Every method rejects with an IamError. Writes update the model and fire {@link onDidChange}
 * for what changed; nobody refreshes by hand.
 */
export interface Account extends Disposable {
  readonly onDidChange: Event<AccountChange>;

  readonly users: Loadable<User>;
  readonly groups: Loadable<Group>;
  /** Customer managed policies. */
  readonly policies: Loadable<ManagedPolicy>;
  /** AWS managed policies: loaded on first {@link loadAwsPolicies} only. */
  readonly awsPolicies: Loadable<ManagedPolicy>;
  /** AWS's own opinion on policies. */
  readonly accessAnalyzer: AccessAnalyzer;

  /** Account number, caller, alias. Cached. */
  identity(options?: CallOptions): Promise<AccountIdentity>;
  /** Loads (again) users, groups and customer managed policies page by page, firing as pages come. */
  load(options?: CallOptions): Promise<void>;
  loadAwsPolicies(options?: CallOptions): Promise<void>;

  /** What is known of the things of a kind that policies name; `idle` until they are loaded. */
  references(kind: ReferenceKind): Loadable<Reference>;
  /** Loads them anew; calls at the same time for one kind are one. */
  loadReferences(kind: ReferenceKind, options?: CallOptions): Promise<void>;

  user(name: string): User | undefined;
  group(name: string): Group | undefined;
  policy(arn: string): ManagedPolicy | undefined;
  /** Users whose `groups` name this one. */
  members(groupName: string): User[];
  /** What is known of a user's keys and certificates without a call. */
  credentials(userName: string): UserCredentials | undefined;
  /** Loads keys (with last used) and certificates; calls at the same time for one user are one. */
  loadCredentials(userName: string, options?: CallOptions): Promise<UserCredentials>;
  /**
   * Asks for the policies and memberships of a user or group that is `partial`; does nothing for
   * one that is known wholly. {@link loadCredentials} does it for a user.
   */
  loadHolder(holder: PolicyHolder, options?: CallOptions): Promise<void>;
  /** GetAccountSummary: quotas and counts by AWS's own names. */
  summary(options?: CallOptions): Promise<ReadonlyMap<string, number>>;

  createGroup(name: string, path?: string): Promise<Group>;
  updateGroup(name: string, change: { newName?: string; newPath?: string }): Promise<void>;
  deleteGroup(name: string): Promise<void>;
  createUser(name: string, options?: { path?: string; tags?: Tag[] }): Promise<User>;
  updateUser(name: string, change: { newName?: string; newPath?: string }): Promise<void>;
  deleteUser(name: string): Promise<void>;
  addUserToGroup(userName: string, groupName: string): Promise<void>;
  removeUserFromGroup(userName: string, groupName: string): Promise<void>;

  /** Sends CreateAccessKey once only; reason `answerLost` when it may have made a key that nobody has. */
  createAccessKey(userName: string): Promise<NewAccessKey>;
  /**
   * Calls GetCallerIdentity with a new key until AWS knows it, which takes up to 30 seconds. Gives
   * the ARN that the key acts as. `onWait` is told after each refusal how long it has waited.
   */
  probeAccessKey(
    key: Pick<NewAccessKey, 'id' | 'secret'>,
    options?: CallOptions & { onWait?: (milliseconds: number) => void },
  ): Promise<string>;
  listAccessKeys(userName: string, options?: CallOptions): Promise<AccessKey[]>;
  setAccessKeyStatus(userName: string, id: string, status: Status): Promise<void>;
  deleteAccessKey(userName: string, id: string): Promise<void>;

  /** `pem` may hold text around the block: only the block is sent. */
  uploadSigningCertificate(userName: string, pem: string): Promise<SigningCertificate>;
  listSigningCertificates(userName: string, options?: CallOptions): Promise<SigningCertificate[]>;
  setSigningCertificateStatus(userName: string, id: string, status: Status): Promise<void>;
  deleteSigningCertificate(userName: string, id: string): Promise<void>;

  deleteLoginProfile(userName: string): Promise<void>;

  readPolicy(ref: PolicyRef, options?: CallOptions): Promise<PolicyText>;
  /** Creates or replaces an inline policy. */
  putInlinePolicy(holder: PolicyHolder, policyName: string, document: string): Promise<void>;
  deleteInlinePolicy(holder: PolicyHolder, policyName: string): Promise<void>;
  attachPolicy(holder: PolicyHolder, policyArn: string): Promise<void>;
  detachPolicy(holder: PolicyHolder, policyArn: string): Promise<void>;
  createPolicy(
    name: string,
    document: string,
    options?: { path?: string; description?: string },
  ): Promise<ManagedPolicy>;
  listPolicyVersions(arn: string, options?: CallOptions): Promise<PolicyVersion[]>;
  createPolicyVersion(arn: string, document: string): Promise<PolicyVersion>;
  setDefaultPolicyVersion(arn: string, versionId: string): Promise<void>;
  deletePolicyVersion(arn: string, versionId: string): Promise<void>;
  deletePolicy(arn: string): Promise<void>;
  /** Who has a managed policy attached, roles included by name. */
  policyHolders(
    arn: string,
    options?: CallOptions,
  ): Promise<{ users: string[]; groups: string[]; roles: string[] }>;
  attachedPolicies(holder: PolicyHolder, options?: CallOptions): Promise<AttachedPolicy[]>;

  /** All that keeps a user from being deleted, asked anew, everything at once. */
  userBlockers(userName: string, options?: CallOptions): Promise<UserBlockers>;
}

/** See the IAM API reference, DeleteUser. */
export interface UserBlockers {
  accessKeys: AccessKey[];
  certificates: SigningCertificate[];
  groups: string[];
  inlinePolicies: string[];
  attachedPolicies: AttachedPolicy[];
  hasLoginProfile: boolean;
  sshPublicKeyIds: string[];
  serviceCredentialIds: string[];
  mfaSerialNumbers: string[];
  /** Parts that could not be asked, by the permission that is missing. */
  unknown: string[];
}
