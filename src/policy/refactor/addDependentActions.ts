import type { Catalog } from '../catalog/catalog';
import type { ActionName } from '../catalog/model';
import type { PolicyDocument, Statement } from '../document';
import { replaceNode } from '../edit';
import { expandAction } from '../expand';
import { grouped } from '../grouped';
import { holds, leavesIn } from '../grants';
import { listText } from '../layout';
import { hasWildcard } from '../pattern';
import { toWildcards } from '../resourceFit';
import { addStatement, copyStatement } from '../statementEdit';
import { onlyStatement, type Refactoring } from './refactoring';

/**
 * Adds the actions that a caller needs besides those of an Allow statement and that no statement of
 * the policy allows: to the statement itself where it is about every resource, else in a statement
 * of their own, on the types of resource that they work on.
 * See https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const addDependentActions: Refactoring = {
  id: 'addDependentActions',
  kind: 'refactor.rewrite',
  find(context) {
    const { document, catalog } = context;
    const statement = onlyStatement(context);
    const value = statement?.elements.get('Action')?.value;
    if (!statement || !value || statement.effect !== 'Allow') return [];
    if (!statement.elements.has('Resource')) return [];
    const missing = missingActions(document, catalog, statement);
    if (missing.length === 0) return [];
    const [first] = missing;
    const what =
      missing.length === 1
        ? `${first?.service ?? ''}:${first?.name ?? ''}`
        : `${missing.length} actions`;
    const title = `Add ${what} that the statement’s actions depend on`;
    if (statement.resources.some(({ text }) => text === '*')) {
      const all = [...statement.actions.map(({ text }) => text), ...missing.map(fullName)];
      const texts = all.map((text) => JSON.stringify(text));
      return [{ title, edits: () => [replaceNode(value, listText(document.text, value, texts))] }];
    }
    return [
      { title, edits: () => [addStatement(document, statement, own(context, statement, missing))] },
    ];
  },
};

const fullName = ({ service, name }: ActionName) => `${service}:${name}`;

function missingActions(
  { statements }: PolicyDocument,
  catalog: Catalog,
  statement: Statement,
): ActionName[] {
  const needed = statement.actions
    .filter(({ text }) => !hasWildcard(text))
    .flatMap(({ service, name }) => catalog.action(service, name)?.dependentActions ?? [])
    .flatMap((action) => expandAction(catalog, action));
  const allows = statements.filter(({ effect }) => effect === 'Allow');
  return [...new Set(needed)].filter(
    ({ service, name }) => !allows.some((each) => grants(each, service, name.toLowerCase())),
  );
}

function grants(statement: Statement, service: string, name: string): boolean {
  if (statement.elements.has('NotAction')) return leavesIn(statement, service, name);
  return statement.actions.some((value) => holds(value, service, name));
}

/** A statement for the actions, laid out like the one that needs them. */
function own(
  { document: { text }, catalog }: { document: PolicyDocument; catalog: Catalog },
  statement: Statement,
  actions: readonly ActionName[],
): string {
  const action = statement.elements.get('Action')?.value ?? statement.node;
  const resource = statement.elements.get('Resource')?.value ?? statement.node;
  const types = grouped(actions, (each) => catalog.action(each.service, each.name)?.resourceTypes);
  const arns = [...types.keys()].flatMap((known) =>
    known && known.length > 0 ? known.map(({ type }) => anyOf(type.arn)) : ['*'],
  );
  const resources = arns.includes('*') ? ['*'] : [...new Set(arns)];
  return copyStatement(text, statement, {
    Action: listText(
      text,
      action,
      actions.map(fullName).map((each) => JSON.stringify(each)),
    ),
    Resource: listText(
      text,
      resource,
      resources.map((each) => JSON.stringify(each)),
    ),
    ...(statement.elements.has('Sid') ? { Sid: undefined } : {}),
    ...(statement.elements.has('Condition') ? { Condition: undefined } : {}),
  });
}

/** The ARN of a resource type with its partition as it mostly is and a star for all else. */
function anyOf(arn: string): string {
  return toWildcards(arn.replace('${Partition}', 'aws'));
}
