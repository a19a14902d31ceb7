import { validationError } from './errors';
import type { XmlValue } from './xml';

/** The parameters that every list call takes. */
export interface PageRequest {
  Marker?: string;
  MaxItems?: number;
}

export interface Page<T> {
  items: T[];
  /** IsTruncated and Marker, as the answer carries them. */
  position: { IsTruncated: boolean; Marker?: string };
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html, MaxItems */
export const DEFAULT_PAGE_SIZE = 100;

/**
 * Cuts a page from a sorted list. The marker holds the key of the last item given, not a number of
 * items: what is made or deleted between two pages neither hides nor doubles another item.
 * `keyOf` gives keys in the order of the list (compared as strings).
 */
export function cutPage<T>(
  sorted: readonly T[],
  keyOf: (item: T) => string,
  request: PageRequest,
): Page<T> {
  const size = request.MaxItems ?? DEFAULT_PAGE_SIZE;
  const after = request.Marker === undefined ? undefined : readMarker(request.Marker);
  const start = after === undefined ? 0 : firstAfter(sorted, keyOf, after);
  const items = sorted.slice(start, start + size);
  const last = items.at(-1);
  if (start + size >= sorted.length || last === undefined) {
    return { items, position: { IsTruncated: false } };
  }
  return { items, position: { IsTruncated: true, Marker: writeMarker(keyOf(last)) } };
}

/** A page as a list call answers it: the position, then the list under its name. */
export function pageOf<T>(
  page: Page<T>,
  listName: string,
  toXml: (item: T) => XmlValue,
): { [name: string]: XmlValue } {
  return { ...page.position, [listName]: page.items.map(toXml) };
}

/** Index of the first item whose key is greater than `key`. */
function firstAfter<T>(sorted: readonly T[], keyOf: (item: T) => string, key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && keyOf(item) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}

const MARKER_PREFIX = 'after:';

function writeMarker(key: string): string {
  return Buffer.from(MARKER_PREFIX + key).toString('base64url');
}

function readMarker(marker: string): string {
  const text = Buffer.from(marker, 'base64url').toString();
  if (!text.startsWith(MARKER_PREFIX)) throw validationError('Invalid Marker.');
  return text.slice(MARKER_PREFIX.length);
}
