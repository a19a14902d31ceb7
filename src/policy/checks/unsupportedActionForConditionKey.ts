import type { Action } from '../catalog/model';
import type { Check } from '../check';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const unsupportedActionForConditionKey: Check = {
  code: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
  severity: 'error',
  title: 'Action whose requests never have the condition key',
  description:
    'Requests of the action do not have the key, so the condition never holds for it. Reported as a warning: the published lists of keys have gaps.',
  statement({ actions, conditions }, report, { catalog }) {
    for (const { lowerKey, key, parsed } of conditions) {
      const service = lowerKey.slice(0, Math.max(lowerKey.indexOf(':'), 0));
      if (parsed.ifExists || parsed.known?.type === undefined || parsed.known.negated) continue;
      const known = catalog.service(service) && catalog.conditionKey(key);
      if (!known?.service) continue;
      for (const { node, name, service: own, element } of actions) {
        if (element === 'NotAction' || own.toLowerCase() !== service) continue;
        const action = catalog.action(own, name);
        if (!action || takesKey(action, known.key)) continue;
        report(
          node,
          `Requests of ${own}:${action.name} do not have ${known.key}, so the condition never holds for them.`,
          { severity: 'warning' },
        );
      }
    }
  },
};

function takesKey(action: Action, key: string): boolean {
  const lower = key.toLowerCase();
  const lists = [
    action.conditionKeys,
    ...action.resourceTypes.flatMap(({ type, conditionKeys }) => [
      conditionKeys,
      type.conditionKeys,
    ]),
  ];
  return lists.some((keys) => keys.some((each) => each.toLowerCase() === lower));
}
