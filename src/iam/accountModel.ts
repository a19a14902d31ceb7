import type { Account, CallOptions, PolicyText, UserBlockers } from './account';
import * as accessKeys from './calls/accessKeys';
import * as attachments from './calls/attachments';
import type { AccountContext } from './calls/context';
import { loadCredentials } from './calls/credentials';
import * as groups from './calls/groups';
import { listAttached, loadHolder } from './calls/holders';
import { loadIdentity, loadSummary } from './calls/identity';
import * as inline from './calls/inlinePolicies';
import * as managed from './calls/managedPolicies';
import { References } from './calls/references';
import * as certificates from './calls/signingCertificates';
import { userBlockers } from './calls/userBlockers';
import * as users from './calls/users';
import type { IamClient } from './client';
import { untilAborted } from './cancellation';
import { systemClock, type Clock } from './clock';
import type { Event } from './events';
import { probeAccessKey, type ProbeOptions } from './keyProbe';
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
import { Loader } from './calls/loader';
import { AccessAnalyzerCalls } from './accessAnalyzer/accessAnalyzer';
import type { AccessAnalyzer } from './accessAnalyzer/model';
import { AccountState } from './state/accountState';

/** The account behind one client. Each method is one call of calls/; this class holds them together. */
export class AccountModel implements Account {
  readonly onDidChange: Event<AccountChange>;
  readonly accessAnalyzer: AccessAnalyzer;
  private readonly context: AccountContext;
  private readonly state: AccountState;
  private readonly loader: Loader;
  private readonly referenced: References;
  private knownIdentity: Promise<AccountIdentity> | undefined;
  private readonly loadingCredentials = new Map<string, Promise<UserCredentials>>();

  constructor(
    private readonly client: IamClient,
    private readonly clock: Clock = systemClock,
  ) {
    this.state = new AccountState(clock);
    this.context = { client, clock, state: this.state };
    this.loader = new Loader(this.context);
    this.referenced = new References(this.context);
    this.accessAnalyzer = new AccessAnalyzerCalls(client);
    this.onDidChange = this.state.changes.event;
  }

  get users(): Loadable<User> {
    return this.state.users;
  }
  get groups(): Loadable<Group> {
    return this.state.groups;
  }
  get policies(): Loadable<ManagedPolicy> {
    return this.state.policies;
  }
  get awsPolicies(): Loadable<ManagedPolicy> {
    return this.state.awsPolicies;
  }

  identity(options?: CallOptions): Promise<AccountIdentity> {
    if (!this.knownIdentity) {
      this.knownIdentity = loadIdentity(this.context);
      this.knownIdentity.catch(() => (this.knownIdentity = undefined));
    }
    return untilAborted(this.knownIdentity, options?.signal);
  }
  load(options?: CallOptions): Promise<void> {
    this.referenced.outdate();
    return this.loader.load(options);
  }
  loadAwsPolicies(options?: CallOptions): Promise<void> {
    return this.loader.loadAwsPolicies(options);
  }

  references(kind: ReferenceKind): Loadable<Reference> {
    return this.referenced.of(kind);
  }
  loadReferences(kind: ReferenceKind, options?: CallOptions): Promise<void> {
    return this.referenced.load(kind, options);
  }

  user(name: string): User | undefined {
    return this.state.things.users.get(name);
  }
  group(name: string): Group | undefined {
    return this.state.things.groups.get(name);
  }
  policy(arn: string): ManagedPolicy | undefined {
    return this.state.things.policies.get(arn) ?? this.state.awsIndex.get(arn);
  }
  members(groupName: string): User[] {
    return this.state.members(groupName);
  }
  credentials(userName: string): UserCredentials | undefined {
    return this.state.things.credentials.get(userName.toLowerCase());
  }
  loadCredentials(userName: string, options?: CallOptions): Promise<UserCredentials> {
    const key = userName.toLowerCase();
    const loading =
      this.loadingCredentials.get(key) ??
      loadCredentials(this.context, userName).finally(() => this.loadingCredentials.delete(key));
    this.loadingCredentials.set(key, loading);
    // Who asked first may leave: the others still wait for it.
    return untilAborted(loading, options?.signal);
  }
  loadHolder(holder: PolicyHolder, options?: CallOptions): Promise<void> {
    return loadHolder(this.context, holder, options);
  }
  summary(options?: CallOptions): Promise<ReadonlyMap<string, number>> {
    return loadSummary(this.context, options);
  }

  createGroup(name: string, path?: string): Promise<Group> {
    return groups.createGroup(this.context, name, path);
  }
  updateGroup(name: string, change: { newName?: string; newPath?: string }): Promise<void> {
    return groups.updateGroup(this.context, name, change);
  }
  deleteGroup(name: string): Promise<void> {
    return groups.deleteGroup(this.context, name);
  }
  createUser(name: string, options?: { path?: string; tags?: Tag[] }): Promise<User> {
    return users.createUser(this.context, name, options);
  }
  updateUser(name: string, change: { newName?: string; newPath?: string }): Promise<void> {
    return users.updateUser(this.context, name, change);
  }
  deleteUser(name: string): Promise<void> {
    return users.deleteUser(this.context, name);
  }
  addUserToGroup(userName: string, groupName: string): Promise<void> {
    return users.addUserToGroup(this.context, userName, groupName);
  }
  removeUserFromGroup(userName: string, groupName: string): Promise<void> {
    return users.removeUserFromGroup(this.context, userName, groupName);
  }

  createAccessKey(userName: string): Promise<NewAccessKey> {
    return accessKeys.createAccessKey(this.context, userName);
  }
  async probeAccessKey(
    key: Pick<NewAccessKey, 'id' | 'secret'>,
    options?: ProbeOptions,
  ): Promise<string> {
    const credentials = { accessKeyId: key.id, secretAccessKey: key.secret };
    const client = this.client.withCredentials(credentials);
    try {
      return await probeAccessKey(client, this.clock, options);
    } finally {
      client.dispose();
    }
  }
  listAccessKeys(userName: string, options?: CallOptions): Promise<AccessKey[]> {
    return accessKeys.listAccessKeys(this.context, userName, options);
  }
  setAccessKeyStatus(userName: string, id: string, status: Status): Promise<void> {
    return accessKeys.setAccessKeyStatus(this.context, userName, id, status);
  }
  deleteAccessKey(userName: string, id: string): Promise<void> {
    return accessKeys.deleteAccessKey(this.context, userName, id);
  }

  uploadSigningCertificate(userName: string, pem: string): Promise<SigningCertificate> {
    return certificates.uploadSigningCertificate(this.context, userName, pem);
  }
  listSigningCertificates(userName: string, options?: CallOptions): Promise<SigningCertificate[]> {
    return certificates.listSigningCertificates(this.context, userName, options);
  }
  setSigningCertificateStatus(userName: string, id: string, status: Status): Promise<void> {
    return certificates.setSigningCertificateStatus(this.context, userName, id, status);
  }
  deleteSigningCertificate(userName: string, id: string): Promise<void> {
    return certificates.deleteSigningCertificate(this.context, userName, id);
  }
  deleteLoginProfile(userName: string): Promise<void> {
    return users.deleteLoginProfile(this.context, userName);
  }

  readPolicy(ref: PolicyRef, options?: CallOptions): Promise<PolicyText> {
    return ref.kind === 'inline'
      ? inline.readInlinePolicy(this.context, ref.holder, ref.policyName, options)
      : managed.readManagedPolicy(this.context, ref.arn, ref.versionId, options);
  }
  putInlinePolicy(holder: PolicyHolder, policyName: string, document: string): Promise<void> {
    return inline.putInlinePolicy(this.context, holder, policyName, document);
  }
  deleteInlinePolicy(holder: PolicyHolder, policyName: string): Promise<void> {
    return inline.deleteInlinePolicy(this.context, holder, policyName);
  }
  attachPolicy(holder: PolicyHolder, policyArn: string): Promise<void> {
    return attachments.attachPolicy(this.context, holder, policyArn);
  }
  detachPolicy(holder: PolicyHolder, policyArn: string): Promise<void> {
    return attachments.detachPolicy(this.context, holder, policyArn);
  }
  createPolicy(
    name: string,
    document: string,
    options?: { path?: string; description?: string },
  ): Promise<ManagedPolicy> {
    return managed.createPolicy(this.context, name, document, options);
  }
  listPolicyVersions(arn: string, options?: CallOptions): Promise<PolicyVersion[]> {
    return managed.listPolicyVersions(this.context, arn, options);
  }
  createPolicyVersion(arn: string, document: string): Promise<PolicyVersion> {
    return managed.createPolicyVersion(this.context, arn, document);
  }
  setDefaultPolicyVersion(arn: string, versionId: string): Promise<void> {
    return managed.setDefaultPolicyVersion(this.context, arn, versionId);
  }
  deletePolicyVersion(arn: string, versionId: string): Promise<void> {
    return managed.deletePolicyVersion(this.context, arn, versionId);
  }
  deletePolicy(arn: string): Promise<void> {
    return managed.deletePolicy(this.context, arn);
  }
  policyHolders(
    arn: string,
    options?: CallOptions,
  ): Promise<{ users: string[]; groups: string[]; roles: string[] }> {
    return attachments.policyHolders(this.context, arn, options);
  }
  attachedPolicies(holder: PolicyHolder, options?: CallOptions): Promise<AttachedPolicy[]> {
    return listAttached(this.context, holder, options);
  }
  userBlockers(userName: string, options?: CallOptions): Promise<UserBlockers> {
    return userBlockers(this.context, userName, options);
  }

  dispose(): void {
    this.loader.dispose();
    this.referenced.dispose();
    this.client.dispose();
    this.state.changes.dispose();
  }
}
