import type { AccessLevel, ActionName } from './catalog/model';

/** "1 action", "22,091 actions". */
export function quantity(count: number, noun: string): string {
  // Small numbers need no separators, and the first use of them loads much.
  const number = count < 1_000 ? String(count) : count.toLocaleString('en');
  return `${number} ${noun}${count === 1 ? '' : 's'}`;
}

export type LevelCounts = Record<AccessLevel, number>;

export const accessLevels: readonly AccessLevel[] = [
  'List',
  'Read',
  'Tagging',
  'Write',
  'Permissions management',
];

export function countByLevel(actions: Iterable<ActionName>): LevelCounts {
  const counts: LevelCounts = {
    List: 0,
    Read: 0,
    Write: 0,
    Tagging: 0,
    'Permissions management': 0,
  };
  for (const { accessLevel } of actions) counts[accessLevel]++;
  return counts;
}

/** "List 5 · Read 20": the levels that occur. */
export function levelText(counts: LevelCounts): string {
  return accessLevels
    .filter((level) => counts[level] > 0)
    .map((level) => `${level} ${counts[level].toLocaleString('en')}`)
    .join(' · ');
}

/** The first items as they are shown, and how many more there are. */
export function firstOf<T>(
  items: readonly T[],
  limit: number,
  show: (item: T) => string,
): string[] {
  const more = items.length - limit;
  const shown = items.slice(0, limit).map(show);
  return more <= 0 ? shown : [...shown, `and ${more.toLocaleString('en')} more`];
}
