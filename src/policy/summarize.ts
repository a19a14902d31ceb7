import type { Catalog } from './catalog/catalog';
import type { AccessLevel, ActionName } from './catalog/model';
import type { PolicyDocument, Statement } from './document';
import { expandAction } from './expand';

export interface PolicySummary {
  /** One plain sentence. */
  sentence: string;
  /** Every action on every resource, without a condition. */
  allowsEverything: boolean;
  /** Actions that some Allow names, less those that a Deny takes back without a condition, by access level. */
  actionsByLevel: Record<AccessLevel, number>;
  actionCount: number;
  serviceCount: number;
  /** Names of the services, at most twenty. */
  services: string[];
  /** Allowed with conditions only. */
  conditional: boolean;
  /** All of what it allows is limited to certain resources. */
  limitedToResources: boolean;
}

/** What a policy allows, told simply; the judge of a request it is not. */
export function summarize(document: PolicyDocument, catalog: Catalog): PolicySummary {
  const allows = document.statements.filter((statement) => statement.effect === 'Allow');
  const actions = allowedActions(document, catalog);
  const actionsByLevel = countByLevel(actions.values());
  const services = [...new Set([...actions.values()].map(({ service }) => service))];
  const facts = {
    allowsEverything: allows.some(allowsAll) && !hasPlainDeny(document),
    actionsByLevel,
    actionCount: actions.size,
    serviceCount: services.length,
    services: services.slice(0, 20).map((prefix) => catalog.service(prefix)?.name ?? prefix),
    conditional: allows.length > 0 && allows.every(({ conditions }) => conditions.length > 0),
    limitedToResources: allows.length > 0 && allows.every((statement) => !onEverything(statement)),
  };
  return { ...facts, sentence: sentenceOf(facts) };
}

const isEverything = (text: string) => /^\*+(?::\*+)?$/.test(text);

function onEverything({ resources }: Statement): boolean {
  return resources.some(
    ({ element, text }) => element === 'NotResource' || /^(?:\*+|arn:\*+(?::\*+)*)$/.test(text),
  );
}

function allowsAll(statement: Statement): boolean {
  return (
    statement.conditions.length === 0 &&
    onEverything(statement) &&
    statement.resources.every(({ element }) => element === 'Resource') &&
    statement.actions.some(({ element, text }) => element === 'Action' && isEverything(text))
  );
}

const hasPlainDeny = ({ statements }: PolicyDocument) =>
  statements.some(({ effect, actions }) => effect === 'Deny' && actions.length > 0);

/** The actions of a statement's Action or all but those of its NotAction, by `service:name`. */
export function actionsOf(statement: Statement, catalog: Catalog): Map<string, ActionName> {
  const named = new Map<string, ActionName>();
  const isNot = statement.elements.has('NotAction') && !statement.elements.has('Action');
  for (const { element, text } of statement.actions) {
    if ((element === 'NotAction') !== isNot) continue;
    for (const action of expandAction(catalog, text)) {
      named.set(`${action.service}:${action.name}`, action);
    }
  }
  if (!isNot) return named;
  const others = new Map<string, ActionName>();
  for (const action of expandAction(catalog, '*')) {
    const key = `${action.service}:${action.name}`;
    if (!named.has(key)) others.set(key, action);
  }
  return others;
}

/** Actions that an Allow gives and no unconditional Deny on all resources takes back. */
export function allowedActions(
  { statements }: PolicyDocument,
  catalog: Catalog,
): Map<string, ActionName> {
  const allowed = new Map<string, ActionName>();
  for (const statement of statements) {
    if (statement.effect !== 'Allow') continue;
    for (const [key, action] of actionsOf(statement, catalog)) allowed.set(key, action);
  }
  for (const statement of statements) {
    if (statement.effect !== 'Deny' || statement.conditions.length > 0) continue;
    if (!statement.resources.some(({ element, text }) => element === 'Resource' && text === '*')) {
      continue;
    }
    for (const key of actionsOf(statement, catalog).keys()) allowed.delete(key);
  }
  return allowed;
}

function countByLevel(actions: Iterable<ActionName>): Record<AccessLevel, number> {
  const counts = { List: 0, Read: 0, Write: 0, Tagging: 0, 'Permissions management': 0 };
  for (const { accessLevel } of actions) counts[accessLevel]++;
  return counts;
}

function sentenceOf(facts: Omit<PolicySummary, 'sentence'>): string {
  const { actionCount, actionsByLevel, services, serviceCount } = facts;
  if (facts.allowsEverything) {
    return 'Allows every action of every AWS service on every resource of the account.';
  }
  if (actionCount === 0) return 'Allows nothing.';
  const writes =
    actionsByLevel.Write + actionsByLevel.Tagging + actionsByLevel['Permissions management'];
  const number = actionCount.toLocaleString('en');
  const of =
    writes === 0
      ? ', none of them changes anything'
      : `, ${writes.toLocaleString('en')} of them ${writes === 1 ? 'changes' : 'change'} something`;
  const where = facts.limitedToResources ? 'certain resources' : 'every resource';
  const when = facts.conditional ? ', under conditions' : '';
  return `Allows ${number} ${actionCount === 1 ? 'action' : 'actions'} of ${named(services, serviceCount)} on ${where}${when}${of}.`;
}

/** `A`, `A and B`, `A, B and C`, `A, B, C and 4 more services`. */
function named(services: readonly string[], count: number): string {
  const shown = services.slice(0, 3);
  const rest = count - shown.length;
  if (rest > 0)
    return `${shown.join(', ')} and ${rest} more ${rest === 1 ? 'service' : 'services'}`;
  return [shown.slice(0, -1).join(', '), ...shown.slice(-1)]
    .filter((part) => part !== '')
    .join(' and ');
}
