import type { Catalog } from '../catalog/catalog';
import type { Action, ResourceType } from '../catalog/model';
import type { ActionValue, Statement } from '../document';
import { expandAction } from '../expand';
import { hasWildcard } from '../pattern';

/** A resource type that actions of a statement can be limited to. */
export interface FittingType {
  service: string;
  type: ResourceType;
  /** How many of the actions need a resource of the type, and how many take one. */
  requiredBy: number;
  takenBy: number;
}

export interface StatementTypes {
  /** Those that most actions need come first. */
  types: readonly FittingType[];
  /** Actions that were looked at: without those that stand for all services. */
  actions: number;
  /** How many of them take `*` only. */
  onlyStar: number;
}

/** Actions of a statement by the catalog; patterns are expanded where they name a service. */
export function knownActions(catalog: Catalog, actions: readonly ActionValue[]): Action[] {
  return actions.flatMap(({ service, text }) => {
    if (service === '' || hasWildcard(service)) return [];
    return expandAction(catalog, text).flatMap(
      ({ service: prefix, name }) => catalog.action(prefix, name) ?? [],
    );
  });
}

export function typesOfStatement(
  catalog: Catalog,
  statement: Statement | undefined,
): StatementTypes {
  const actions = knownActions(catalog, statement?.actions ?? []);
  // By ARN: services have types of each other, as sts has the role of iam.
  const found = new Map<string, FittingType>();
  for (const { service, resourceTypes } of actions) {
    for (const { type, required } of resourceTypes) {
      const known = found.get(type.arn) ?? { service, type, requiredBy: 0, takenBy: 0 };
      if (required) known.requiredBy++;
      known.takenBy++;
      found.set(type.arn, known);
    }
  }
  return {
    types: sortByUse([...found.values()]),
    actions: actions.length,
    onlyStar: actions.filter(({ resourceTypes }) => resourceTypes.length === 0).length,
  };
}

/** By use; among equals those with fewer parts to fill in, which are the usual ones: a bucket before an access point. */
export function sortByUse(types: FittingType[]): FittingType[] {
  const open = ({ type }: FittingType) => type.arn.split('${').length;
  return types.sort(
    (a, b) => b.requiredBy - a.requiredBy || b.takenBy - a.takenBy || open(a) - open(b),
  );
}
