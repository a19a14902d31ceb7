import type { Arn } from './arn';
import type { Catalog } from './catalog/catalog';
import type { ActionName } from './catalog/model';
import type { ActionValue, ResourceValue, Statement } from './document';
import { expandAction } from './expand';
import { overlaps } from './pattern';
import { toWildcards, typesOfResource } from './resourceFit';

/**
 * Those of a statement's resources that some of its actions can be about, judged by service and
 * name. All of them where one of the actions is not known to the catalog, where NotResource names
 * them, or where none would be left.
 */
export function resourcesFor(
  catalog: Catalog,
  actions: readonly ActionValue[],
  { resources, elements }: Statement,
): readonly ResourceValue[] {
  const names = actions.map(({ text }) => expandAction(catalog, text));
  if (elements.has('NotResource') || names.some((known) => known.length === 0)) return resources;
  const known = names.flat();
  const fitting = resources.filter(({ arn }) => !arn || isAbout(catalog, known, arn));
  return fitting.length > 0 ? fitting : resources;
}

function isAbout(catalog: Catalog, actions: readonly ActionName[], arn: Arn): boolean {
  const service = toWildcards(arn.service.toLowerCase());
  const typesByService = new Map<string, Set<unknown>>();
  return actions.some(({ service: prefix, name, hasResourceTypes }) => {
    if (!hasResourceTypes) return false;
    let types = typesByService.get(prefix);
    if (!types) {
      types = new Set(
        typesOfResource(catalog, prefix, arn.resource)
          .filter((type) => overlaps(type.arn.service, service))
          .map(({ type }) => type),
      );
      typesByService.set(prefix, types);
    }
    if (types.size === 0) return false;
    const own = catalog.action(prefix, name)?.resourceTypes ?? [];
    return own.some(({ type }) => types.has(type));
  });
}

/** Names of the resource types that an action, or some action of a pattern, is about. */
export function typesFor(catalog: Catalog, { text }: ActionValue): string[] {
  const types = expandAction(catalog, text).flatMap(({ service, name }) =>
    (catalog.action(service, name)?.resourceTypes ?? []).map(({ type }) => type.name),
  );
  return [...new Set(types)].sort();
}
