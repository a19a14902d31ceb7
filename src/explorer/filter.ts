import type { Account } from '../iam/account';
import type { Group, ManagedPolicy, User } from '../iam/model';

/** True when `text` (lower case) is in one of the values, without regard to case. */
function anyHolds(values: Iterable<string>, text: string): boolean {
  for (const value of values) if (value.toLowerCase().includes(text)) return true;
  return false;
}

/**
 * Whether a filter lets a thing through: by name, path, ARN, tag (`key`, `value` or `key=value`), or
 * the id of an access key that is loaded. An empty filter lets everything through.
 */
export function matchesFilter(
  account: Account,
  thing: User | Group | ManagedPolicy,
  filter: string,
): boolean {
  const text = filter.trim().toLowerCase();
  if (text === '') return true;
  // The ARN holds path and name both.
  if (anyHolds([thing.arn, thing.name, thing.path], text)) return true;
  if (thing.kind !== 'user') return false;
  const keys = account.credentials(thing.name)?.accessKeys ?? [];
  return (
    anyHolds(
      thing.tags.map(({ key, value }) => `${key}=${value}`),
      text,
    ) ||
    anyHolds(
      keys.map(({ id }) => id),
      text,
    )
  );
}
