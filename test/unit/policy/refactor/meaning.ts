import { parse } from 'jsonc-parser';
import { overlaps } from '../../../../src/policy/pattern';
import { language } from '../language';

/** What policies mean, worked out apart from the code under test: sets of actions by all else. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Statement = Record<string, Json>;

/** Actions by what goes with them: effect, resource, condition, principal. */
export type Meaning = Map<string, Set<string>>;

const everyAction = language.catalog.services.flatMap(({ prefix }) =>
  language.catalog.actionNames(prefix).map(({ name }) => `${prefix}:${name}`.toLowerCase()),
);

const known = new Map<string, readonly string[]>();

/** By a regular expression over the list of all actions. */
function expand(pattern: string): readonly string[] {
  const lower = pattern.toLowerCase();
  const before = known.get(lower);
  if (before) return before;
  const source = lower
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  const whole = new RegExp(`^${source}$`);
  const found = /[*?]/.test(lower) ? everyAction.filter((name) => whole.test(name)) : [lower];
  known.set(lower, found);
  return found;
}

const listOf = (value: Json | undefined): Json[] => {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
};

/** Text that does not depend on order, repetition, or whether a value stands in a list. */
function plain(value: Json | undefined): string {
  if (Array.isArray(value)) return JSON.stringify([...new Set(value.map(plain))].sort());
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  return JSON.stringify(
    Object.entries(value)
      .map(([key, each]) => [key, plain(typeof each === 'object' && each !== null ? each : [each])])
      .sort(),
  );
}

const sets = new Map<string, Set<string>>();

/** One set for each list, so that equal ones need not be compared. */
function actionsOf(statement: Statement): Set<string> {
  const { Action: listed, NotAction: negated } = statement;
  const key = JSON.stringify([listed ?? null, negated ?? null]);
  let actions = sets.get(key);
  if (!actions) {
    const named = new Set(
      listOf(listed ?? negated).flatMap((each) => (typeof each === 'string' ? expand(each) : [])),
    );
    actions =
      listed === undefined ? new Set(everyAction.filter((name) => !named.has(name))) : named;
    sets.set(key, actions);
  }
  return actions;
}

function resourcesOf(statement: Statement): string[] {
  if (statement['NotResource'] !== undefined)
    return [`not ${plain(listOf(statement['NotResource']))}`];
  const resources = listOf(statement['Resource']);
  return resources.length === 0 ? [''] : resources.map(String);
}

export function meaningOf(text: string): Meaning {
  const policy = parse(text) as { Statement?: Json };
  const meaning: Meaning = new Map();
  for (const each of listOf(policy.Statement)) {
    const statement = each as Statement;
    const rest = Object.entries(statement)
      .filter(([name]) => !['Sid', 'Action', 'NotAction', 'Resource', 'NotResource'].includes(name))
      .map(([name, value]) => [name, plain(value)])
      .sort();
    const actions = actionsOf(statement);
    for (const resource of resourcesOf(statement)) {
      const key = JSON.stringify([resource, rest]);
      const before = meaning.get(key);
      meaning.set(key, before ? new Set([...before, ...actions]) : actions);
    }
  }
  return meaning;
}

/** Pairs of what goes with an action and the action, in the first meaning and not in the second. */
export function* missing(from: Meaning, of: Meaning): Generator<[key: string, action: string]> {
  for (const [key, actions] of from) {
    const others = of.get(key);
    if (others === actions) continue;
    for (const action of actions) if (!others?.has(action)) yield [key, action];
  }
}

/** Whether the catalog's resource types of an action leave open that it is about a resource. */
export function canBeAbout(action: string, resource: string): boolean {
  const [prefix = '', name = ''] = action.split(':');
  const found = language.catalog.action(prefix, name);
  if (!found || !/^arn:[^:]*:[^:]*:[^:]*:[^:]*:/.test(resource)) return true;
  const [, , service = '', , , ...rest] = resource.replace(/\$\{[^}]*\}?/g, '*').split(':');
  return found.resourceTypes.some(({ type }) => {
    const [, , own = '', , , ...parts] = type.arn.replace(/\$\{[^}]*\}/g, '*').split(':');
    const isBucket = own === 's3' && type.name === 'bucket';
    return (
      overlaps(own, service) &&
      overlaps(parts.join(':'), rest.join(':')) &&
      !(isBucket && rest.join(':').includes('/'))
    );
  });
}
