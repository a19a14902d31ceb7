import type { Catalog } from './catalog/catalog';
import { expandAction } from './expand';
import { grouped } from './grouped';
import { covers, hasWildcard } from './pattern';
import { shrinkNames } from './shrink';

/**
 * Actions and patterns as fewer that stand for the same actions of the catalog, never for more.
 * Patterns that are there stay, unless a new one covers them; so does what the catalog does not
 * know. New ones stand where the first action stood that they stand for.
 */
export function shrinkActionList(catalog: Catalog, values: readonly string[]): string[] {
  const services = grouped(values, (text) => {
    const prefix = text.slice(0, Math.max(text.indexOf(':'), 0));
    return hasWildcard(prefix) ? undefined : catalog.service(prefix)?.prefix;
  });
  const replaced = new Map<string, string[]>();
  for (const [service, own] of services) {
    if (service !== undefined && own.length > 1) shrinkService(catalog, service, own, replaced);
  }
  return [...new Set(values.flatMap((text) => replaced.get(text) ?? [text]))];
}

/** Fills `replaced` with what stands for a value: itself where it is not in the map. */
function shrinkService(
  catalog: Catalog,
  service: string,
  values: readonly string[],
  replaced: Map<string, string[]>,
): void {
  const all = catalog.actionNames(service).map(({ name }) => name);
  const wanted = new Set<string>();
  const free = new Set<string>();
  for (const text of values) {
    const names = expandAction(catalog, text).map(({ name }) => name);
    for (const name of names) wanted.add(name);
    if (!hasWildcard(text)) for (const name of names) free.add(name);
  }
  const whole = all.length > 1 && all.every((name) => wanted.has(name));
  const patterns = whole ? ['*'] : newPatterns([...free], [...wanted], all);
  for (const text of values) {
    const by = patterns.find((pattern) => coversAction(`${service}:${pattern}`, text));
    if (by !== undefined) replaced.set(text, [`${service}:${by}`]);
  }
}

/** Patterns for the names that are free, which may stand for all that are wanted. */
function newPatterns(
  free: readonly string[],
  wanted: readonly string[],
  all: readonly string[],
): string[] {
  const others = new Set(wanted);
  for (const name of free) others.delete(name);
  return shrinkNames(
    free,
    all.filter((name) => !others.has(name)),
  ).filter(hasWildcard);
}

const coversAction = (pattern: string, text: string) =>
  covers(pattern.toLowerCase(), text.toLowerCase());
