import type { Clock } from '../clock';
import type { IamError } from '../errors';
import { Emitter } from '../events';
import type {
  AccountChange,
  Group,
  Loadable,
  ManagedPolicy,
  PolicyHolder,
  User,
  UserCredentials,
} from '../model';
import { NameIndex } from './nameIndex';

/** The things of an account, as far as they are known. */
export interface Things {
  users: NameIndex<User>;
  groups: NameIndex<Group>;
  policies: NameIndex<ManagedPolicy>;
  /** By the user's name in lower case. */
  credentials: Map<string, UserCredentials>;
}

/** A change of ours. Made again on data that may be older than it, so twice must be as good as once. */
export type Mutation = (things: Things) => void;

/** For this long AWS may still answer as if a change of ours had not been made. */
const CATCH_UP_MILLISECONDS = 15_000;
/** For this long NoSuchEntity on what we made is taken for "not visible yet". */
const NEW_MILLISECONDS = 60_000;

/** One list of the account with the state of its loading. */
export class Part<T extends { name: string; id: string }> implements Loadable<T> {
  state: Loadable<T>['state'] = 'idle';
  error?: IamError;

  constructor(private readonly index: () => NameIndex<T>) {}

  get items(): readonly T[] {
    return this.index().items;
  }
}

/** Names an entity among those that were made a moment ago. */
export type EntityKey = `${'user' | 'group' | 'policy'}:${string}`;

export function holderKey(holder: PolicyHolder): EntityKey {
  return `${holder.kind}:${holder.name}`;
}

/** What is known of an account and who listens to it. Knows nothing of calls. */
export class AccountState {
  readonly changes = new Emitter<AccountChange>();
  readonly things: Things = {
    users: new NameIndex<User>((user) => user.name),
    groups: new NameIndex<Group>((group) => group.name),
    policies: new NameIndex<ManagedPolicy>((policy) => policy.arn),
    credentials: new Map(),
  };
  awsIndex = new NameIndex<ManagedPolicy>((policy) => policy.arn);
  readonly users = new Part(() => this.things.users);
  readonly groups = new Part(() => this.things.groups);
  readonly policies = new Part(() => this.things.policies);
  readonly awsPolicies = new Part(() => this.awsIndex);

  private recent: { at: number; mutation: Mutation }[] = [];
  private readonly made = new Map<string, number>();
  private membersByGroup: { version: number; members: Map<string, User[]> } | undefined;

  constructor(private readonly clock: Clock) {}

  /** Makes a change of ours, keeps it for lists that are older, and tells who listens. */
  apply(mutation: Mutation, ...changes: AccountChange[]): void {
    const now = this.clock.now();
    this.recent = this.recent.filter(({ at }) => now - at < NEW_MILLISECONDS * 2);
    this.recent.push({ at: now, mutation });
    mutation(this.things);
    this.fire(...changes);
  }

  /** Makes our own changes again on things that were asked for at `asked`, in milliseconds. */
  replay(asked: number, things: Things = this.things): void {
    for (const { at, mutation } of this.recent) {
      if (at >= asked - CATCH_UP_MILLISECONDS) mutation(things);
    }
  }

  fire(...changes: AccountChange[]): void {
    for (const change of changes) this.changes.fire(change);
  }

  /** The id of what has this name now: a change is meant for that one, also when it is made again. */
  idOf(holder: PolicyHolder): string | undefined {
    const { users, groups } = this.things;
    return (holder.kind === 'user' ? users : groups).get(holder.name)?.id;
  }

  noteMade(key: EntityKey): void {
    this.made.set(key.toLowerCase(), this.clock.now());
  }

  /** True when one of these was made so recently that AWS may not know it everywhere. */
  isNew(...keys: EntityKey[]): boolean {
    const now = this.clock.now();
    return keys.some((key) => {
      const at = this.made.get(key.toLowerCase());
      return at !== undefined && now - at < NEW_MILLISECONDS;
    });
  }

  members(groupName: string): User[] {
    const { users } = this.things;
    if (this.membersByGroup?.version !== users.version || !this.membersByGroup) {
      const members = new Map<string, User[]>();
      for (const user of users.items) {
        for (const group of user.groups) {
          const key = group.toLowerCase();
          const known = members.get(key);
          if (known) known.push(user);
          else members.set(key, [user]);
        }
      }
      this.membersByGroup = { version: users.version, members };
    }
    return [...(this.membersByGroup.members.get(groupName.toLowerCase()) ?? [])];
  }
}
