import type { ManagedPolicyDetail, UserDetail, GroupDetail } from '@aws-sdk/client-iam';
import type { IamError } from '../errors';
import { toIamError } from '../client/sdkErrors';
import type { AccountChange } from '../model';
import type { OperationOutput } from '../sdk';
import type { Things } from '../state/accountState';
import { narrowGroup, narrowPolicy, narrowUser } from '../state/narrow';
import { NameIndex } from '../state/nameIndex';
import { failedFor, type AccountContext } from './context';
import { loadListedGroups, loadListedPolicies, loadListedUsers } from './listInstead';
import { pages, PAGE_SIZE } from './paging';

type Details = OperationOutput<'GetAccountAuthorizationDetails'>;
/** The lists that one load fills. */
export type PartName = 'users' | 'groups' | 'policies';

/** The first page is small: it is on the screen soon. */
const FIRST_PAGE = 100;
/** Each page is larger than the one before, as the SDK's XML reader is several times slower when cold. */
const GROWTH = 3;
/**
 * Characters of one page. The SDK reads a page in one go, and 1,000 users without policies, about
 * this much, take it some 20 ms when warm: more would block the editor.
 */
const PAGE_CHARACTERS = 600_000;
/** An entity without policies, in characters of XML. */
const ENTITY_CHARACTERS = 600;
/** Narrowed in one go, between two turns of the event loop. */
const SLICE = 250;

/** One load of the account: pages go to `into`, which may be what is shown already. */
export interface Load {
  context: AccountContext;
  signal: AbortSignal;
  /** When it began, in milliseconds. */
  asked: number;
  into: Things;
  /** Tells that a part has grown, with what is shown. */
  grown: (part: PartName) => void;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function inlineCharacters(details: { PolicyDocument?: string }[] | undefined): number {
  return (details ?? []).reduce(
    (sum, { PolicyDocument }) => sum + (PolicyDocument?.length ?? 0),
    0,
  );
}

function characters(page: Details): { count: number; sum: number } {
  const users = page.UserDetailList ?? [];
  const groups = page.GroupDetailList ?? [];
  const policies = page.Policies ?? [];
  const documents = [
    ...users.map(({ UserPolicyList }) => inlineCharacters(UserPolicyList)),
    ...groups.map(({ GroupPolicyList }) => inlineCharacters(GroupPolicyList)),
    ...policies.map(({ PolicyVersionList }) =>
      (PolicyVersionList ?? []).reduce((sum, { Document }) => sum + (Document?.length ?? 0), 0),
    ),
  ];
  const sum = documents.reduce((total, each) => total + each, documents.length * ENTITY_CHARACTERS);
  return { count: documents.length, sum };
}

/** So many that a page of the same kind of items stays below {@link PAGE_CHARACTERS}. */
export function nextPageSize(previous: Details | undefined): number {
  if (!previous) return FIRST_PAGE;
  const { count, sum } = characters(previous);
  if (count === 0) return PAGE_SIZE;
  const fitting = Math.floor((PAGE_CHARACTERS * count) / sum);
  return Math.max(50, Math.min(PAGE_SIZE, fitting, Math.ceil(count * GROWTH)));
}

async function addSlices<D, T extends { name: string }>(
  load: Load,
  details: D[],
  narrow: (detail: D) => T,
  index: NameIndex<T>,
): Promise<void> {
  for (let start = 0; start < details.length; start += SLICE) {
    await nextTurn();
    index.set(...details.slice(start, start + SLICE).map(narrow));
  }
  load.context.state.replay(load.asked, load.into);
}

async function loadDetails<D, T extends { name: string }>(
  load: Load,
  filter: 'User' | 'Group' | 'LocalManagedPolicy',
  pick: (page: Details) => D[] | undefined,
  add: { narrow: (detail: D) => T; index: NameIndex<T>; part: PartName },
): Promise<void> {
  const input = { Filter: [filter] };
  const options = { signal: load.signal, pageSize: nextPageSize };
  const operation = 'GetAccountAuthorizationDetails';
  for await (const page of pages(load.context.client, operation, input, options)) {
    await addSlices(load, pick(page) ?? [], add.narrow, add.index);
    load.grown(add.part);
  }
}

function userDetails(load: Load): Promise<void> {
  return loadDetails<UserDetail, ReturnType<typeof narrowUser>>(
    load,
    'User',
    (page) => page.UserDetailList,
    { narrow: narrowUser, index: load.into.users, part: 'users' },
  );
}

function groupDetails(load: Load): Promise<void> {
  return loadDetails<GroupDetail, ReturnType<typeof narrowGroup>>(
    load,
    'Group',
    (page) => page.GroupDetailList,
    { narrow: narrowGroup, index: load.into.groups, part: 'groups' },
  );
}

function policyDetails(load: Load): Promise<void> {
  return loadDetails<ManagedPolicyDetail, ReturnType<typeof narrowPolicy>>(
    load,
    'LocalManagedPolicy',
    (page) => page.Policies,
    { narrow: narrowPolicy, index: load.into.policies, part: 'policies' },
  );
}

/** How each part is asked for, and how when that is denied. */
const LOADERS: readonly {
  part: PartName;
  change: AccountChange;
  details: (load: Load) => Promise<void>;
  listed: (load: Load) => Promise<void>;
}[] = [
  { part: 'groups', change: { kind: 'groups' }, details: groupDetails, listed: loadListedGroups },
  { part: 'users', change: { kind: 'users' }, details: userDetails, listed: loadListedUsers },
  {
    part: 'policies',
    change: { kind: 'managedPolicies' },
    details: policyDetails,
    listed: loadListedPolicies,
  },
];

/** What a change of a part is told as. */
export function changeOf(part: PartName): AccountChange {
  return LOADERS.find((loader) => loader.part === part)?.change ?? { kind: 'all' };
}

/**
 * Loads all parts at the same time, each from its first page on: groups need not wait for users.
 * Gives the error of each part that could not be loaded.
 * @throws IamError `cancelled`
 */
export async function loadParts(load: Load): Promise<Partial<Record<PartName, IamError>>> {
  const failures: Partial<Record<PartName, IamError>> = {};
  const loadPart = async ({ part, details, listed }: (typeof LOADERS)[number]): Promise<void> => {
    try {
      await details(load).catch((error: unknown) => {
        if (!failedFor(error, 'accessDenied', 'unsupported')) throw error;
        return listed(load);
      });
    } catch (error) {
      if (failedFor(error, 'cancelled')) throw error;
      failures[part] = toIamError(error);
    }
  };
  await Promise.all(LOADERS.map(loadPart));
  return failures;
}
