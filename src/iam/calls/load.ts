import type { IamError } from '../errors';
import { toIamError } from '../client/sdkErrors';
import type { AccountChange } from '../model';
import type { OperationOutput } from '../sdk';
import type { Things } from '../state/accountState';
import { narrowGroup, narrowPolicy, narrowUser } from '../state/narrow';
import type { NameIndex } from '../state/nameIndex';
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
/** Of managed policies: each may hold five versions of 6,144 characters. */
const FIRST_PAGE_OF_POLICIES = 50;
/** An entity without policies, in characters of XML. */
const ENTITY_CHARACTERS = 600;
/** Fewer at once would make an account with large policies too many calls. */
const LEAST = 40;
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

/**
 * So many that a page of the same kind of items stays below {@link PAGE_CHARACTERS}.
 * @param first the size of the first page
 */
export function nextPageSize(previous: Details | undefined, first: number): number {
  if (!previous) return first;
  const { count, sum } = characters(previous);
  if (count === 0) return PAGE_SIZE;
  const fitting = Math.floor((PAGE_CHARACTERS * count) / sum);
  return Math.max(LEAST, Math.min(PAGE_SIZE, fitting, Math.ceil(count * GROWTH)));
}

async function addSlices<D, T extends { name: string; id: string }>(
  details: readonly D[] = [],
  narrow: (detail: D) => T,
  index: NameIndex<T>,
): Promise<void> {
  for (let start = 0; start < details.length; start += SLICE) {
    await nextTurn();
    index.set(...details.slice(start, start + SLICE).map(narrow));
  }
}

/** How each part is asked for: at the same time, so that groups need not wait for the many users. */
const STREAMS: readonly {
  part: PartName;
  filter: 'User' | 'Group' | 'LocalManagedPolicy';
  firstPage: number;
}[] = [
  { part: 'groups', filter: 'Group', firstPage: FIRST_PAGE },
  { part: 'users', filter: 'User', firstPage: FIRST_PAGE },
  { part: 'policies', filter: 'LocalManagedPolicy', firstPage: FIRST_PAGE_OF_POLICIES },
];

/** How a part is asked for where the details are denied. */
const LISTED: Readonly<Record<PartName, (load: Load) => Promise<void>>> = {
  groups: loadListedGroups,
  users: loadListedUsers,
  policies: loadListedPolicies,
};

/** What a change of a part is told as. */
export const CHANGES: Readonly<Record<PartName, AccountChange>> = {
  groups: { kind: 'groups' },
  users: { kind: 'users' },
  policies: { kind: 'managedPolicies' },
};

async function loadDetails(
  load: Load,
  { part, filter, firstPage }: (typeof STREAMS)[number],
): Promise<void> {
  const { users, groups, policies } = load.into;
  const options = {
    signal: load.signal,
    pageSize: (previous?: Details) => nextPageSize(previous, firstPage),
  };
  const operation = 'GetAccountAuthorizationDetails';
  for await (const page of pages(load.context.client, operation, { Filter: [filter] }, options)) {
    await addSlices(page.GroupDetailList, narrowGroup, groups);
    await addSlices(page.Policies, narrowPolicy, policies);
    await addSlices(page.UserDetailList, narrowUser, users);
    load.context.state.replay(load.asked, load.into);
    load.grown(part);
  }
}

/** The error of a part that could not be loaded. @throws IamError `cancelled` */
async function failureOf(loading: Promise<void>): Promise<IamError | undefined> {
  try {
    await loading;
    return undefined;
  } catch (error) {
    if (failedFor(error, 'cancelled')) throw error;
    return toIamError(error);
  }
}

/**
 * Loads all parts at the same time, each from its first page on. Gives the error of each part that
 * could not be loaded.
 * @throws IamError `cancelled`
 */
export async function loadParts(load: Load): Promise<Partial<Record<PartName, IamError>>> {
  const failures: Partial<Record<PartName, IamError>> = {};
  const loadPart = async (stream: (typeof STREAMS)[number]): Promise<void> => {
    const denied = await failureOf(loadDetails(load, stream));
    const isDenied = failedFor(denied, 'accessDenied', 'unsupported');
    const failure = isDenied ? await failureOf(LISTED[stream.part](load)) : denied;
    if (failure) failures[stream.part] = failure;
  };
  await Promise.all(STREAMS.map(loadPart));
  return failures;
}
