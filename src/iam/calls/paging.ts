import type { IamClient } from '../client';
import { IamError } from '../errors';
import type { OperationInput, OperationName, OperationOutput } from '../sdk';

/** The list calls that give their pages by markers. */
export type Paged = {
  [K in OperationName]: 'Marker' extends keyof OperationInput<K> ? K : never;
}[OperationName];

/** The most that a list call gives at once. */
export const PAGE_SIZE = 1000;

interface PageOptions<K extends Paged> {
  signal?: AbortSignal;
  awaitsEntity?: boolean;
  /** How many items to ask for, told by the page before. */
  pageSize?: (previous: OperationOutput<K> | undefined) => number;
}

/** Gives the pages of a list call. A page may be short or empty and still not be the last. */
export async function* pages<K extends Paged>(
  client: IamClient,
  operation: K,
  input: OperationInput<K>,
  options: PageOptions<K> = {},
): AsyncGenerator<OperationOutput<K>> {
  let previous: OperationOutput<K> | undefined;
  let marker: string | undefined;
  do {
    const MaxItems = options.pageSize?.(previous) ?? PAGE_SIZE;
    const paged = { ...input, MaxItems, ...(marker === undefined ? {} : { Marker: marker }) };
    previous = await client.call(operation, paged, options);
    yield previous;
    const next = markerAfter(previous);
    if (next !== undefined && next === marker) {
      throw new IamError('notIam', `${operation} answers with the same page again and again.`);
    }
    marker = next;
  } while (marker !== undefined);
}

/** How every paged answer says whether there is more. */
interface PageEnd {
  IsTruncated?: boolean;
  Marker?: string;
}

function markerAfter(page: PageEnd): string | undefined {
  return page.IsTruncated ? page.Marker : undefined;
}

/** All items of a list call. */
export async function all<K extends Paged, T>(
  client: IamClient,
  operation: K,
  input: OperationInput<K>,
  pick: (page: OperationOutput<K>) => T[] | undefined,
  options: PageOptions<K> = {},
): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages(client, operation, input, options))
    items.push(...(pick(page) ?? []));
  return items;
}
