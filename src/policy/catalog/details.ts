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

/** Details of one service; keys by lower-case name. */
export interface ServiceDetails {
  /** Undefined when it is no action of the service. */
  action(name: ActionName): Action | undefined;
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
  const resourceTypes = segment.types.map(([name, arn, keys, link]) => ({
    name,
    arn,
    conditionKeys: keys.map((i) => segment.keys[i]?.[0] ?? ''),
    ...(link ? { documentation: link } : {}),
  }));
  const conditionKeys = new Map<string, ConditionKey>();
  for (const [key, description, type] of segment.keys) {
    conditionKeys.set(key.toLowerCase(), { key, description, service, ...typeOf(type) });
  }
  const keys = [...conditionKeys.values()];
  const action = actionsOf(names, segment, resourceTypes);
  return { action, resourceTypes, conditionKeys, keys };
}

/** Most actions of a service are never asked for, so each is made when it is. */
function actionsOf(
  names: readonly ActionName[],
  { actions, keys: allKeys }: ServiceSegment,
  resourceTypes: readonly ResourceType[],
): ServiceDetails['action'] {
  const made = new Map<ActionName, Action>();
  const keyNames = (numbers: number[]) => numbers.map((i) => allKeys[i]?.[0] ?? '');
  return (name) => {
    const known = made.get(name);
    const row = known ? undefined : actions[names.indexOf(name)];
    if (!row) return known;
    const [description, types, keys, dependentActions, link, permissionOnly] = row;
    const action: Action = {
      ...name,
      description,
      resourceTypes: types.flatMap(([number, required, typeKeys]) => {
        const type = resourceTypes[number];
        return type ? [{ type, required: required === 1, conditionKeys: keyNames(typeKeys) }] : [];
      }),
      conditionKeys: keyNames(keys),
      dependentActions,
      permissionOnly: permissionOnly === 1,
      ...(link ? { documentation: link } : {}),
    };
    made.set(name, action);
    return action;
  };
}
