import type { AwsPolicies } from './awsPolicies';
import { noSuchEntity } from './errors';
import { NameTable } from './nameTable';
import type {
  AccessKeyState,
  AccountState,
  Credentials,
  GroupState,
  HolderState,
  ManagedPolicyState,
  RoleState,
  UserState,
} from './state';

export type HolderKind = 'user' | 'group' | 'role';

export interface KeyOwner {
  key: AccessKeyState;
  /** Undefined for the root user. */
  user: UserState | undefined;
}

/** The state of an account with the ways to find things in it. */
export class Account {
  readonly users: NameTable<UserState>;
  readonly groups: NameTable<GroupState>;
  readonly roles: NameTable<RoleState>;
  /** Customer managed policies. */
  readonly policies: NameTable<ManagedPolicyState>;
  private keyOwners: Map<string, KeyOwner> | undefined;

  constructor(
    readonly state: AccountState,
    readonly awsPolicies: AwsPolicies,
  ) {
    this.users = new NameTable(state.users);
    this.groups = new NameTable(state.groups);
    this.roles = new NameTable(state.roles);
    this.policies = new NameTable(state.policies);
  }

  arn(resource: string): string {
    return `arn:aws:iam::${this.state.accountId}:${resource}`;
  }

  holderArn(kind: HolderKind, holder: HolderState): string {
    return this.arn(`${kind}${holder.path}${holder.name}`);
  }

  user(name: string): UserState {
    return this.users.find(name) ?? missing('user', name);
  }

  group(name: string): GroupState {
    return this.groups.find(name) ?? missing('group', name);
  }

  role(name: string): RoleState {
    return this.roles.find(name) ?? missing('role', name);
  }

  holder(kind: HolderKind, name: string): HolderState {
    return this[kind](name);
  }

  members(group: GroupState): UserState[] {
    return this.users.all().filter((user) => user.groupIds.includes(group.id));
  }

  groupsOf(user: UserState): GroupState[] {
    return this.groups.all().filter((group) => user.groupIds.includes(group.id));
  }

  /** A policy of the account, not one of AWS's. */
  customerPolicy(arn: string): ManagedPolicyState | undefined {
    const policy = this.policies.find(arn.slice(arn.lastIndexOf('/') + 1));
    return policy?.arn === arn ? policy : undefined;
  }

  holdersOf(policyArn: string): { kind: HolderKind; holder: HolderState }[] {
    return this.holders().filter(({ holder }) => holder.attachedPolicies.includes(policyArn));
  }

  /** Users, then groups, then roles. */
  holders(): { kind: HolderKind; holder: HolderState }[] {
    return (['user', 'group', 'role'] as const).flatMap((kind) =>
      this[`${kind}s`].all().map((holder) => ({ kind, holder })),
    );
  }

  /** By policy ARN, for lists: asking {@link holdersOf} for each policy would take too long. */
  attachmentCounts(): ReadonlyMap<string, number> {
    return countAll(this.holders().map(({ holder }) => holder.attachedPolicies));
  }

  boundaryCounts(): ReadonlyMap<string, number> {
    const bounded = [...this.users.all(), ...this.roles.all()];
    return countAll(bounded.map((holder) => (holder.boundary ? [holder.boundary] : [])));
  }

  findKey(id: string): KeyOwner | undefined {
    if (!this.keyOwners) {
      this.keyOwners = new Map();
      for (const key of this.state.root.accessKeys) {
        this.keyOwners.set(key.id, { key, user: undefined });
      }
      for (const user of this.users.all()) {
        for (const key of user.accessKeys) this.keyOwners.set(key.id, { key, user });
      }
    }
    return this.keyOwners.get(id);
  }

  /** To be called when a key was made or removed. */
  forgetKeys(): void {
    this.keyOwners = undefined;
  }

  /** Of everyone who can have some: the root user and the users. */
  credentials(): Credentials[] {
    return [this.state.root, ...this.users.all()];
  }
}

function missing(kind: HolderKind, name: string): never {
  throw noSuchEntity(`The ${kind} with name ${name} cannot be found.`);
}

function countAll(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) {
    for (const arn of list) counts.set(arn, (counts.get(arn) ?? 0) + 1);
  }
  return counts;
}
