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

const NONE: readonly Node[] = [];

function unfitting(node: Node, shape: Shape): readonly Node[] {
  switch (shape) {
    case 'text':
      return node.type === 'string' ? NONE : [node];
    case 'object':
      return node.type === 'object' ? NONE : [node];
    case 'texts':
      return notOfType(node, 'string');
    case 'statements':
      return notOfType(node, 'object');
    case 'principal':
      if (node.type === 'string') return NONE;
      if (node.type !== 'object') return [node];
      return node.properties.flatMap(({ value }) => (value ? notOfType(value, 'string') : NONE));
  }
}

function notOfType(node: Node, type: Node['type']): readonly Node[] {
  if (node.type === type) return NONE;
  if (node.type !== 'array') return [node];
  return node.items.every((item) => item.type === type)
    ? NONE
    : node.items.filter((item) => item.type !== type);
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
    for (const node of unfitting(value, shape)) {
      report(node, `${key.value} must be ${wanted[shape]}, not ${names[node.type]}.`, {
        fixes: fixOf(node, shape),
      });
    }
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
