import type { Check, Report } from '../check';
import { replaceNode } from '../edit';
import type { Fix } from '../finding';
import { itemsOf, type Node, type ObjectNode } from '../syntax';

type Shape = 'text' | 'texts' | 'object' | 'statements' | 'principal';

const shapes: ReadonlyMap<string, Shape> = new Map([
  ['Version', 'text'],
  ['Id', 'text'],
  ['Statement', 'statements'],
  ['Sid', 'text'],
  ['Effect', 'text'],
  ['Action', 'texts'],
  ['NotAction', 'texts'],
  ['Resource', 'texts'],
  ['NotResource', 'texts'],
  ['Principal', 'principal'],
  ['NotPrincipal', 'principal'],
  ['Condition', 'object'],
]);

const wanted: Readonly<Record<Shape, string>> = {
  text: 'a text in double quotes',
  texts: 'a text in double quotes or a list of them',
  object: 'an object in braces',
  statements: 'a statement in braces or a list of them',
  principal: '"*" or an object in braces',
};

const names: Readonly<Record<Node['type'], string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

/** Goes through what is not of the shape. */
function forUnfitting(node: Node, shape: Shape, visit: (node: Node) => void): void {
  switch (shape) {
    case 'text': {
      unlessType(node, 'string', visit);
      return;
    }
    case 'object': {
      unlessType(node, 'object', visit);
      return;
    }
    case 'texts':
      for (const item of itemsOf(node)) unlessType(item, 'string', visit);
      return;
    case 'statements':
      for (const item of itemsOf(node)) unlessType(item, 'object', visit);
      return;
    case 'principal':
      if (node.type === 'string') return;
      if (node.type !== 'object') {
        visit(node);
        return;
      }
      for (const { value } of node.properties) {
        for (const item of itemsOf(value)) unlessType(item, 'string', visit);
      }
  }
}

function unlessType(node: Node, type: Node['type'], visit: (node: Node) => void): void {
  if (node.type !== type) visit(node);
}

function fixOf(node: Node, shape: Shape): Fix[] {
  const literal = node.type === 'number' || node.type === 'boolean';
  if (literal && shape !== 'object' && shape !== 'statements') {
    const title = 'Put it in double quotes';
    return [{ title, edits: [replaceNode(node, JSON.stringify(node.value))], preferred: true }];
  }
  const only = node.type === 'array' && node.items.length === 1 ? node.items[0] : undefined;
  if (shape === 'text' && only?.type === 'string') {
    const title = 'Use the value without the list';
    return [{ title, edits: [replaceNode(node, JSON.stringify(only.value))], preferred: true }];
  }
  return [];
}

function checkShapes(object: ObjectNode, report: Report, context: { skip: Set<string> }) {
  for (const { key, value } of object.properties) {
    const shape = shapes.get(key.value);
    if (!shape || !value || context.skip.has(key.value)) continue;
    forUnfitting(value, shape, (node) =>
      report(node, `${key.value} must be ${wanted[shape]}, not ${names[node.type]}.`, {
        fixes: fixOf(node, shape),
      }),
    );
  }
}

/** Elements that belong to the other level are unknown there, which is another finding. */
const ofDocument = new Set([
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
]);
const ofStatement = new Set(['Version', 'Id', 'Statement']);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export const dataTypeMismatch: Check = {
  code: 'DATA_TYPE_MISMATCH',
  severity: 'error',
  title: 'A value of the wrong type',
  description:
    'Each element takes values of one type: texts, lists of texts, or an object. AWS refuses the document.',
  document({ root }, report) {
    if (root) checkShapes(root, report, { skip: ofDocument });
  },
  statement({ node }, report) {
    checkShapes(node, report, { skip: ofStatement });
    for (const { key, value } of node.properties) {
      if (key.value !== 'Condition' || value?.type !== 'object') continue;
      for (const operator of value.properties) {
        checkOperator(operator.value, report);
      }
    }
  },
};

function checkOperator(block: Node | undefined, report: Report): void {
  if (!block) return;
  if (block.type !== 'object') {
    report(block, `A condition operator must hold an object in braces, not ${names[block.type]}.`);
    return;
  }
  for (const { value } of block.properties) {
    for (const node of itemsOf(value)) {
      if (node.type === 'string' || node.type === 'number' || node.type === 'boolean') continue;
      report(node, `The value of a condition must be a text, not ${names[node.type]}.`);
    }
  }
}
