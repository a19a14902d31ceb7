import type { AccountValue, AccountValues, AccountValueType } from '../policy/index';
import type { ActiveAccount, Connections } from '../services';

type Account = ActiveAccount['account'];
type ReferenceKind = Parameters<Account['references']>[0];

/** A list of the account, as far as completion needs it. */
interface List {
  state: 'idle' | 'loading' | 'ready' | 'failed';
  items: readonly AccountValue[];
  error?: { reason: string };
}

/** One list of names and how it is asked for. */
interface Source {
  /** For the log; lists of one name are loaded together. */
  name: string;
  list: (account: Account) => List;
  load: (account: Account) => Promise<unknown>;
}

/** Users, groups and policies come with the account as the tree shows it. */
const ofAccount = (part: 'users' | 'groups' | 'policies'): Source => ({
  name: 'users, groups and policies',
  list: (account) => account[part],
  load: (account) => account.load(),
});
const ofReferences = (kind: ReferenceKind): Source => ({
  name: kind,
  list: (account) => account.references(kind),
  load: (account) => account.loadReferences(kind),
});

const SOURCES: Readonly<Record<AccountValueType, readonly Source[]>> = {
  user: [ofAccount('users')],
  group: [ofAccount('groups')],
  policy: [
    ofAccount('policies'),
    {
      name: 'AWS managed policies',
      list: ({ awsPolicies }) => awsPolicies,
      load: (account) => account.loadAwsPolicies(),
    },
  ],
  role: [ofReferences('role')],
  'instance-profile': [ofReferences('instanceProfile')],
  'oidc-provider': [ofReferences('oidcProvider')],
  'saml-provider': [ofReferences('samlProvider')],
  mfa: [ofReferences('virtualMfaDevice')],
  'server-certificate': [ofReferences('serverCertificate')],
  bucket: [ofReferences('bucket')],
};

/** Milliseconds after which something that failed for no lasting reason is asked for again. */
const RETRY = 60_000;
/** Of something that is being asked for. */
const UNDER_WAY = -Infinity;
/** An answer that is on its way. */
const PENDING = Symbol('pending');
/** Asking again would bring the same answer, or ask a person to sign in. */
const LASTING = [
  'accessDenied',
  'unsupported',
  'notIam',
  'noCredentials',
  'expired',
  'credentialsRejected',
];

/** The values for one list of completion items. */
export interface ValuesForList extends AccountValues {
  /** Whether something that was asked for is on its way: the next list may hold more. */
  readonly isIncomplete: boolean;
}

export interface ConnectedValuesParts {
  connections: Pick<Connections, 'active' | 'restoreQuietly'>;
  /** Whether S3 may be asked for the account's buckets. */
  listBuckets: () => boolean;
  log: { debug(message: string): void };
  /** Milliseconds; the computer's clock when absent. */
  now?: () => number;
}

/**
 * Names of the connected account: answers from what is loaded and begins to load what is missing,
 * in the background. What is refused is told to the log alone and not asked for again.
 */
export class ConnectedValues {
  private readonly accountIds = new WeakMap<Account, string>();
  /** When asking for each thing ended, by what it is asked of. */
  private readonly ended = new WeakMap<object, Map<string, number>>();

  constructor(private readonly parts: ConnectedValuesParts) {}

  /** Gives what is known now; never waits. Nothing is asked for before a value is wanted. */
  forList(): ValuesForList {
    const { active } = this.parts.connections;
    return active && this.isOpen(active) ? this.valuesOf(active) : this.nothingYet();
  }

  /** Where a person is asked for a code, the account is used only after somebody else has used it. */
  private isOpen({ account, resolved }: ActiveAccount): boolean {
    return !resolved.asksForCode || account.users.state === 'ready';
  }

  /** Connects what is remembered, and then loads what the list would have had. */
  private nothingYet(): ValuesForList {
    const { connections } = this.parts;
    const wanted = new Set<AccountValueType>();
    let isIncomplete = false;
    const restore = async (): Promise<void> => {
      const active = await connections.restoreQuietly();
      if (!active || !this.isOpen(active)) return;
      this.accountId(active.account);
      const values = this.valuesOf(active);
      for (const type of wanted) values.names(type);
    };
    const connect = (): void => {
      if (!connections.active && this.begin(connections, 'connection', restore, RETRY)) {
        isIncomplete = true;
      }
    };
    return {
      get accountId() {
        connect();
        return undefined;
      },
      names: (type) => {
        wanted.add(type);
        connect();
        return [];
      },
      get isIncomplete() {
        return isIncomplete;
      },
    };
  }

  private valuesOf(active: ActiveAccount): ValuesForList {
    const { account, resolved } = active;
    let isIncomplete = false;
    const accountId = (): string | undefined => {
      const id = this.accountId(account);
      if (id === PENDING) isIncomplete = true;
      return id === PENDING ? undefined : id;
    };
    return {
      partition: resolved.partition,
      get accountId() {
        return accountId();
      },
      names: (type) => {
        if (type === 'bucket' && !this.canListBuckets(active)) return [];
        const sources = SOURCES[type];
        if (sources.filter((source) => this.isLoading(account, source)).length > 0) {
          isIncomplete = true;
        }
        return sources.flatMap((source) => source.list(account).items);
      },
      get isIncomplete() {
        return isIncomplete;
      },
    };
  }

  private canListBuckets({ resolved }: ActiveAccount): boolean {
    return resolved.s3 !== undefined && this.parts.listBuckets();
  }

  /** Whether a list is on its way; sends for one that is missing. */
  private isLoading(account: Account, { name, list, load }: Source): boolean {
    const { state, error } = list(account);
    if (state === 'loading') return true;
    if (state === 'ready' || LASTING.includes(error?.reason ?? '')) return false;
    return this.begin(account, name, () => load(account), state === 'failed' ? RETRY : 0);
  }

  /** What is known of the account's number; asks for it when nothing is. */
  private accountId(account: Account): string | typeof PENDING | undefined {
    const known = this.accountIds.get(account);
    if (known !== undefined) return known;
    const ask = async () => {
      this.accountIds.set(account, (await account.identity()).accountId);
    };
    return this.begin(account, 'identity', ask, RETRY) ? PENDING : undefined;
  }

  /** Begins `work` in the background unless it ended `pause` milliseconds ago; gives whether it is under way. */
  private begin(owner: object, name: string, work: () => Promise<unknown>, pause: number): boolean {
    const now = this.parts.now ?? Date.now;
    const ended = this.ended.get(owner) ?? new Map<string, number>();
    this.ended.set(owner, ended);
    const last = ended.get(name);
    if (last !== undefined && now() - last < pause) return false;
    if (last === UNDER_WAY) return true;
    ended.set(name, UNDER_WAY);
    work()
      .catch((error: unknown) => this.parts.log.debug(`Completion, ${name}: ${String(error)}`))
      .finally(() => ended.set(name, now()));
    return true;
  }
}
