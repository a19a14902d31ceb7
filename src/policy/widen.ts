import type { Catalog } from './catalog/catalog';
import type { ActionName } from './catalog/model';
import type { PolicyDocument, Statement } from './document';
import { covers } from './pattern';
import { actionsOf, allowedActions } from './summarize';
import { toValue } from './syntax';

export interface Widening {
  /** Actions as `service:Name` that the new text allows and the old one did not at all, sorted. */
  newActions: string[];
  /** Actions that both allow, the new one on resources or without a limit that the old one had, sorted. */
  widerActions: string[];
  /** Whether either list has something. */
  widens: boolean;
}

/**
 * What a change of a policy allows in addition. Simple and on the safe side: a lifted condition or
 * Deny counts as wider, even where another statement makes up for it.
 */
export function widensAccess(
  before: PolicyDocument,
  after: PolicyDocument,
  catalog: Catalog,
): Widening {
  const old = allowedActions(before, catalog);
  const now = allowedActions(after, catalog);
  const newActions = [...now.keys()].filter((action) => !old.has(action)).sort();
  const widerActions = [
    ...widerAllows(before, after, catalog),
    ...liftedDenies(before, after, catalog),
  ]
    .filter((action) => old.has(action) && now.has(action))
    .sort();
  const unique = [...new Set(widerActions)];
  return { newActions, widerActions: unique, widens: newActions.length + unique.length > 0 };
}

interface Known {
  statement: Statement;
  actions: Map<string, ActionName>;
  condition: string;
}

/** Actions of a new or changed Allow that no single Allow of the old text covers. */
function* widerAllows(
  before: PolicyDocument,
  after: PolicyDocument,
  catalog: Catalog,
): Generator<string> {
  const kept = new Set(before.statements.map(meaning));
  const old: Known[] = before.statements
    .filter(({ effect }) => effect === 'Allow')
    .map((statement) => ({
      statement,
      actions: actionsOf(statement, catalog),
      condition: conditionOf(statement),
    }));
  for (const statement of after.statements) {
    if (statement.effect !== 'Allow' || kept.has(meaning(statement))) continue;
    const condition = conditionOf(statement);
    const fitting = old.filter((known) => known.condition === '' || known.condition === condition);
    for (const action of actionsOf(statement, catalog).keys()) {
      if (!fitting.some((known) => known.actions.has(action) && coversAll(known, statement))) {
        yield action;
      }
    }
  }
}

function coversAll({ statement: old }: Known, statement: Statement): boolean {
  return statement.resources.every(({ element, text }) =>
    old.resources.some((known) =>
      element === 'Resource'
        ? known.element === element && covers(known.text, text)
        : known.text === '*' || (known.element === element && known.text === text),
    ),
  );
}

/** Actions of a Deny of the old text that the new one does not have so any more. */
function* liftedDenies(
  before: PolicyDocument,
  after: PolicyDocument,
  catalog: Catalog,
): Generator<string> {
  const now = new Set(after.statements.map(meaning));
  for (const statement of before.statements) {
    if (statement.effect !== 'Deny' || now.has(meaning(statement))) continue;
    yield* actionsOf(statement, catalog).keys();
  }
}

function conditionOf({ elements }: Statement): string {
  const value = elements.get('Condition')?.value;
  return value ? JSON.stringify(toValue(value)) : '';
}

/** The statement but for its Sid. */
function meaning({ elements }: Statement): string {
  const parts = [...elements]
    .filter(([name]) => name !== 'Sid')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(parts.map(([name, { value }]) => [name, toValue(value)]));
}
