import { createHash } from 'node:crypto';
import { invalidField } from './errors';

const DEFAULT_SIZE = 100;
const MAX_SIZE = 1000;

/**
 * One page of a list, as `maxResults` and `nextToken` of the query ask for it. A token belongs to
 * the request that it was given for.
 * @throws ServiceError `ValidationException`
 */
export function pageOf<T>(
  all: readonly T[],
  request: string,
  query: URLSearchParams,
): { items: T[]; nextToken?: string } {
  const size = sizeOf(query.get('maxResults'));
  const mark = createHash('sha256').update(request).digest('hex').slice(0, 16);
  const from = startOf(query.get('nextToken'), mark, all.length);
  const next = from + size;
  const items = all.slice(from, next);
  if (next >= all.length) return { items };
  return { items, nextToken: Buffer.from(`${mark}:${next}`).toString('base64') };
}

function sizeOf(text: string | null): number {
  if (text === null) return DEFAULT_SIZE;
  const size = Number(text);
  if (/^\d+$/.test(text) && size >= 1 && size <= MAX_SIZE) return size;
  throw invalidField('maxResults', `must be a number from 1 to ${MAX_SIZE}`);
}

function startOf(token: string | null, mark: string, length: number): number {
  if (token === null) return 0;
  const [given, from = ''] = Buffer.from(token, 'base64').toString().split(':');
  if (given === mark && /^\d+$/.test(from) && Number(from) < length) return Number(from);
  throw invalidField('nextToken', 'is not one that was given for this request');
}
