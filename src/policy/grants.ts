import type { ActionValue, ResourceValue, Statement } from './document';
import { matchesPattern } from './pattern';
import { remembered } from './remembered';

/** The value of `Action` that holds an action, exact ones first; undefined when none does. `name` is in lower case. */
export function holderOf(
  statement: Statement,
  service: string,
  name: string,
): ActionValue | undefined {
  let pattern: ActionValue | undefined;
  for (const value of statement.actions) {
    if (value.element !== 'Action' || !holds(value, service, name)) continue;
    if (!value.said.wildcard) return value;
    pattern ??= value;
  }
  return pattern;
}

/** Whether a value of Action or NotAction names an action, by itself or by a pattern. Both names are in lower case. */
export function holds({ said }: ActionValue, service: string, name: string): boolean {
  const { lowerService, lowerName, wildcard } = said;
  if (!wildcard) return lowerName === name && lowerService === service;
  if (lowerService === '') return said.text === '*';
  const sameService =
    lowerService === service || lowerService === '*' || matchesPattern(lowerService, service);
  return sameService && (lowerName === '*' || matchesPattern(lowerName, name));
}

/** Whether `NotAction` leaves an action in. */
export function leavesIn(statement: Statement, service: string, name: string): boolean {
  return !statement.actions.some(
    (value) => value.element === 'NotAction' && holds(value, service, name),
  );
}

/** Every action there is, as patterns write it. */
export function isEveryAction(text: string): boolean {
  return text === '*' || text === '*:*';
}

/**
 * Whether a resource stands for all of a kind: `*`, `arn:aws:s3:::*`, `arn:aws:iam::*:role/*`, but
 * neither a name with a wildcard in it nor the objects of one bucket.
 */
export function isUnrestricted({ said: { text, arn, wildcard } }: ResourceValue): boolean {
  if (text === '*') return true;
  if (!arn || !wildcard) return false;
  // Before the slash is a bucket's name there, not a type as in role/*.
  if (arn.service === 's3' && arn.region === '') return /^\*(\/\*)?$/.test(arn.resource);
  return /^([\w-]+[:/])?\**(\/\*)?$/.test(arn.resource) && arn.resource.includes('*');
}

/** A statement that allows its actions on all resources of a kind, whatever the request. */
export function allowsEverywhere(statement: Statement): boolean {
  return (
    statement.effect === 'Allow' &&
    !statement.elements.has('Condition') &&
    (statement.elements.has('NotResource') || statement.resources.some(isUnrestricted))
  );
}

/** Which of the given actions a value of Action names, as `service:Name` as they were given. */
export function actionFinder(
  actions: readonly string[],
): (value: ActionValue) => readonly string[] {
  const table = new Map<string, Map<string, string>>();
  for (const action of actions) {
    const [service = '', name = ''] = action.split(':');
    const names = table.get(service) ?? new Map<string, string>();
    table.set(service, names.set(name.toLowerCase(), action));
  }
  const matching = remembered(2_000, (lower): readonly string[] => {
    const [service = '', name = ''] = lower.split(':');
    return [...(table.get(service) ?? [])].flatMap(([known, action]) =>
      matchesPattern(name, known) ? action : [],
    );
  });
  return ({ said: { lower, lowerService, lowerName, wildcard } }) => {
    const names = table.get(lowerService);
    if (!names) return NONE;
    return wildcard ? matching(lower) : one(names.get(lowerName));
  };
}

const NONE: readonly string[] = [];
const one = (action: string | undefined) => (action === undefined ? NONE : [action]);
