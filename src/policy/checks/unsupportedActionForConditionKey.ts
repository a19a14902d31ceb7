import type { Catalog } from '../catalog/catalog';
import type { Action, ConditionKey } from '../catalog/model';
import type { Check } from '../check';
import type { ActionValue } from '../document';
import { keysOfCredentials } from '../facts/conditionKeyRules';
import { hasWildcard } from '../pattern';
import { removalFix } from '../removeValue';

const ofCredentials: ReadonlySet<string> = new Set(
  keysOfCredentials.map((key) => key.toLowerCase()),
);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const unsupportedActionForConditionKey: Check = {
  code: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
  severity: 'error',
  title: 'Action whose requests never have the condition key',
  description:
    'Requests of the action do not have the key, so the condition never holds for it. Reported as a warning: the published lists of keys have gaps.',
  statement({ actions, conditions }, report, { catalog, document }) {
    for (const { lowerKey, key, parsed } of conditions) {
      if (parsed.ifExists || parsed.known?.type === undefined || parsed.known.negated) continue;
      if (ofCredentials.has(lowerKey)) continue;
      const known = catalog.conditionKey(key);
      if (!known?.service) continue;
      for (const action of actions) {
        if (action.element === 'NotAction' || mayTakeKey(catalog, action, known)) continue;
        report(
          action.node,
          `Requests of ${action.text} do not have ${known.key}, so the condition never holds for them.`,
          { severity: 'warning', fixes: removalFix(document, action) },
        );
      }
    }
  },
};

/** Whether some action that the value names has the key in its requests; true for what is unknown. */
function mayTakeKey(catalog: Catalog, { said }: ActionValue, key: ConditionKey): boolean {
  const { lowerService, lowerName } = said;
  const known = catalog.service(lowerService)?.prefix;
  if (known === undefined) return true;
  if (!hasWildcard(lowerName)) {
    const action = catalog.action(known, lowerName);
    return !action || takesKey(action, key.key);
  }
  if (known === key.service) return true;
  return catalog.actionNames(known).some((each) => {
    const action = catalog.action(known, each.name);
    return action !== undefined && takesKey(action, key.key);
  });
}

const keysOf = new WeakMap<Action, ReadonlySet<string>>();

function takesKey(action: Action, key: string): boolean {
  let keys = keysOf.get(action);
  if (!keys) {
    const ofTypes = action.resourceTypes.flatMap(({ type, conditionKeys }) => [
      ...conditionKeys,
      ...type.conditionKeys,
    ]);
    keys = new Set([...action.conditionKeys, ...ofTypes].map((each) => each.toLowerCase()));
    keysOf.set(action, keys);
  }
  return keys.has(key.toLowerCase());
}
