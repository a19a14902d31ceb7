import type { Catalog } from './catalog/catalog';
import type { ActionName, Service } from './catalog/model';
import { hasWildcard, matchesPattern } from './pattern';
import { rememberedPerCatalog } from './remembered';

/**
 * The actions that a pattern such as `s3:Get*`, `*:Describe*` or `*` stands for, sorted by service
 * and name; an exact name stands for itself. Case does not count. Empty when nothing matches.
 */
export function expandAction(catalog: Catalog, pattern: string): ActionName[] {
  const short = shortExpansion(catalog, pattern);
  // A copy, for it is the caller's to change.
  return short ? [...short] : expand(catalog, pattern);
}

/** Actions of an expansion that is remembered; what is longer is worked out anew. */
const MAX_REMEMBERED = 500;

const shortExpansion = rememberedPerCatalog(200, (catalog: Catalog, pattern) => {
  const found = expand(catalog, pattern);
  return found.length <= MAX_REMEMBERED ? found : undefined;
});

function expand(catalog: Catalog, pattern: string): ActionName[] {
  const found: ActionName[] = [];
  const colon = pattern.indexOf(':');
  if (colon < 0) {
    if (pattern.replaceAll('*', '') !== '' || pattern === '') return found;
    for (const { prefix } of catalog.services) found.push(...catalog.actionNames(prefix));
    return found;
  }
  const name = pattern.slice(colon + 1).toLowerCase();
  for (const { prefix } of servicesMatching(catalog, pattern.slice(0, colon))) {
    addMatching(catalog, prefix, name, found);
  }
  return found;
}

/** Services by prefix, which may hold wildcards. */
export function servicesMatching(catalog: Catalog, prefix: string): readonly Service[] {
  if (!hasWildcard(prefix)) {
    const service = catalog.service(prefix);
    return service ? [service] : [];
  }
  // Two stars in a row say what one says and take longer to match.
  const lower = prefix.toLowerCase().replace(/\*{2,}/g, '*');
  return catalog.services.filter((service) => matchesPattern(lower, service.prefix));
}

function addMatching(catalog: Catalog, service: string, name: string, found: ActionName[]): void {
  if (!hasWildcard(name)) {
    const action = catalog.actionName(service, name);
    if (action) found.push(action);
    return;
  }
  const actions = catalog.actionNames(service);
  if (name === '*') {
    found.push(...actions);
    return;
  }
  lowerNames(actions).forEach((lower, i) => {
    const action = actions[i];
    if (action && matchesPattern(name, lower)) found.push(action);
  });
}

const lowered = new WeakMap<readonly ActionName[], string[]>();

function lowerNames(actions: readonly ActionName[]): readonly string[] {
  let names = lowered.get(actions);
  if (!names) {
    names = actions.map(({ name }) => name.toLowerCase());
    lowered.set(actions, names);
  }
  return names;
}

/** Whether a pattern stands for some action. */
export function matchesSomeAction(catalog: Catalog, service: string, name: string): boolean {
  const pattern = name.toLowerCase();
  return servicesMatching(catalog, service).some(({ prefix }) =>
    hasWildcard(name)
      ? lowerNames(catalog.actionNames(prefix)).some((lower) => matchesPattern(pattern, lower))
      : catalog.actionName(prefix, name) !== undefined,
  );
}
