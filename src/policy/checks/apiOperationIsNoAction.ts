import type { Check } from '../check';
import { appendItem, removeMember, replaceString } from '../edit';
import { findApiOperation, type ApiOperation } from '../facts/apiOperations';
import type { ActionValue, PolicyDocument } from '../document';
import type { Fix, TextEdit } from '../finding';

function authorisedBy({ actions, alternatives }: ApiOperation): string {
  const last = actions.at(-1) ?? '';
  if (actions.length === 1) return last;
  return `${actions.slice(0, -1).join(', ')} ${alternatives ? 'or' : 'and'} ${last}`;
}

/** The actions in the operation's place; what the list has already is not added. */
function edits(
  action: ActionValue,
  wanted: readonly string[],
  { text }: PolicyDocument,
): TextEdit[] {
  const { node, statement, element } = action;
  const list = node.parent?.type === 'array' ? node.parent : undefined;
  const present = new Set(
    statement.actions
      .filter((other) => other.element === element)
      .map((other) => other.text.toLowerCase()),
  );
  const [first, ...rest] = wanted.filter((name) => !present.has(name.toLowerCase()));
  if (first === undefined) return list ? [removeMember(text, node)] : [];
  if (rest.length === 0) return [replaceString(node, first)];
  if (!list) {
    const items = [first, ...rest].map((name) => JSON.stringify(name)).join(', ');
    return [{ offset: node.offset, end: node.end, text: `[${items}]` }];
  }
  return [
    replaceString(node, first),
    appendItem(text, list, rest.map((name) => JSON.stringify(name)).join(', ')),
  ];
}

function fixesOf(action: ActionValue, operation: ApiOperation, document: PolicyDocument): Fix[] {
  const choices = operation.alternatives
    ? operation.actions.map((name) => [name])
    : [operation.actions];
  return choices.flatMap((names) => {
    const made = edits(action, names, document);
    const preferred = choices.length === 1;
    return made.length > 0
      ? [{ title: `Change to ${names.join(', ')}`, edits: made, preferred }]
      : [];
  });
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const apiOperationIsNoAction: Check = {
  code: 'API_OPERATION_IS_NO_ACTION',
  severity: 'warning',
  title: 'An API operation where an action belongs',
  own: true,
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  description:
    'Not every API operation has an IAM action of its name. AWS takes the document, but the name neither allows nor denies anything; another action authorises the operation.',
  action(action, report, { catalog, document }) {
    const { service, name, node, text } = action;
    if (service === '' || catalog.actionName(service, name)) return;
    const operation = findApiOperation(text);
    if (!operation) return;
    report(
      node,
      `${text} is an API operation and no IAM action: ${authorisedBy(operation)} authorises it.`,
      { fixes: fixesOf(action, operation, document) },
    );
  },
};
