import type { Catalog } from '../catalog/catalog';
import type { Statement } from '../document';
import { hasWildcard } from '../pattern';
import { knownActions } from './resourceTypes';

export interface SupportedKeys {
  /** Keys that some action of the statement takes, as the catalog writes them. */
  keys: ReadonlySet<string>;
  /** Services of the actions, in lower case. */
  services: ReadonlySet<string>;
  /** Whether the actions are known: without one, with `*` and in NotAction any key may fit. */
  isComplete: boolean;
}

export function supportedKeys(catalog: Catalog, statement: Statement | undefined): SupportedKeys {
  const values = statement?.actions ?? [];
  const actions = knownActions(catalog, values);
  const keys = new Set<string>();
  for (const { conditionKeys, resourceTypes } of actions) {
    for (const key of conditionKeys) keys.add(key);
    for (const { type, conditionKeys: ofType } of resourceTypes) {
      for (const key of ofType) keys.add(key);
      for (const key of type.conditionKeys) keys.add(key);
    }
  }
  return {
    keys,
    services: new Set(actions.map(({ service }) => service)),
    isComplete:
      actions.length > 0 &&
      values.every(
        ({ element, service }) => element === 'Action' && service !== '' && !hasWildcard(service),
      ),
  };
}
