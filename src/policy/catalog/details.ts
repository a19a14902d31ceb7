import type { Action, ActionName, ConditionKey, ConditionKeyType, ResourceType } from './model';

/** Shape of a service's segment, as scripts/build-catalog.mjs writes it. Numbers point into `keys` and `types`. */
export interface ServiceSegment {
  actions: [
    description: string,
    types: [type: number, required: number, keys: number[]][],
    keys: number[],
    dependents: string[],
    link: string,
    permissionOnly: number,
  ][];
  types: [name: string, arn: string, keys: number[], link: string][];
  keys: [key: string, description: string, type: string][];
}

export interface GlobalSegment {
  keys: [key: string, description: string, type: string, category: string, link: string][];
  foreignPrefixes: Record<string, string[]>;
}

/** Details of one service by lower-case name. */
export interface ServiceDetails {
  actions: Map<string, Action>;
  resourceTypes: ResourceType[];
  conditionKeys: Map<string, ConditionKey>;
  keys: ConditionKey[];
}

const plainTypes: Record<string, ConditionKeyType> = {
  String: 'String',
  ARN: 'ARN',
  Bool: 'Bool',
  Numeric: 'Numeric',
  Date: 'Date',
  IPAddress: 'IPAddress',
  Binary: 'Binary',
};

export function typeOf(text: string): { type: ConditionKeyType; multivalued: boolean } {
  const multivalued = text.startsWith('ArrayOf');
  return { type: plainTypes[multivalued ? text.slice(7) : text] ?? 'unknown', multivalued };
}

/** `names` are the service's actions in the order of the index, which is that of the segment. */
export function detailsOf(
  service: string,
  names: readonly ActionName[],
  segment: ServiceSegment,
): ServiceDetails {
  const keyNames = (numbers: number[]) => numbers.map((i) => segment.keys[i]?.[0] ?? '');
  const resourceTypes = segment.types.map(([name, arn, keys, link]) => ({
    name,
    arn,
    conditionKeys: keyNames(keys),
    ...(link ? { documentation: link } : {}),
  }));
  const actions = new Map<string, Action>();
  segment.actions.forEach(([description, types, keys, dependents, link, permissionOnly], i) => {
    const name = names[i];
    if (!name) return;
    actions.set(name.name.toLowerCase(), {
      ...name,
      description,
      resourceTypes: types.flatMap(([type, required, typeKeys]) => {
        const known = resourceTypes[type];
        return known
          ? [{ type: known, required: required === 1, conditionKeys: keyNames(typeKeys) }]
          : [];
      }),
      conditionKeys: keyNames(keys),
      dependentActions: dependents,
      permissionOnly: permissionOnly === 1,
      ...(link ? { documentation: link } : {}),
    });
  });
  const conditionKeys = new Map<string, ConditionKey>();
  for (const [key, description, type] of segment.keys) {
    conditionKeys.set(key.toLowerCase(), { key, description, service, ...typeOf(type) });
  }
  return { actions, resourceTypes, conditionKeys, keys: [...conditionKeys.values()] };
}
