import type { Arn } from './arn';
import { parseOperator, type ParsedOperator } from './conditionOperators';
import { elementsOfDocument, elementsOfStatement, type Elements } from './elementsOf';
import {
  itemsOf,
  type Node,
  type ObjectNode,
  type Property,
  type StringNode,
  type SyntaxTree,
} from './syntax';
import { actionText, arnText, type ActionText, type ArnText } from './valueTexts';

/** A policy as the language sees it, over its syntax tree. Broken parts are left out here, not there. */
export interface PolicyDocument {
  tree: SyntaxTree;
  text: string;
  root?: ObjectNode;
  /** Elements at the top by name, misspelled ones by the one that is meant; of a name that is there twice, the first. */
  elements: Elements;
  statements: Statement[];
}

export interface Statement {
  node: ObjectNode;
  /** Number from 0 in the document. */
  index: number;
  elements: Elements;
  sid?: StringNode;
  effect?: 'Allow' | 'Deny';
  /** Values of Action and NotAction. */
  actions: ActionValue[];
  /** Values of Resource and NotResource. */
  resources: ResourceValue[];
  /** Values of Principal and NotPrincipal. */
  principals: PrincipalValue[];
  /** The value of Condition where it is an object. */
  condition?: ObjectNode;
  conditions: ConditionEntry[];
}

/** A value of Action or NotAction. */
export class ActionValue {
  constructor(
    readonly element: 'Action' | 'NotAction',
    readonly node: StringNode,
    readonly statement: Statement,
    readonly said: ActionText,
  ) {}

  get text(): string {
    return this.said.text;
  }

  /** Before the colon; empty when there is none. */
  get service(): string {
    return this.said.service;
  }

  /** After the colon, or all when there is none. */
  get name(): string {
    return this.said.name;
  }
}

/** A value of Resource or NotResource. */
export class ResourceValue {
  constructor(
    readonly element: 'Resource' | 'NotResource',
    readonly node: StringNode,
    readonly statement: Statement,
    readonly said: ArnText,
  ) {}

  get text(): string {
    return this.said.text;
  }

  get arn(): Arn | undefined {
    return this.said.arn;
  }
}

export interface PrincipalValue {
  text: string;
  node: StringNode;
  statement: Statement;
  element: 'Principal' | 'NotPrincipal';
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`, what was written instead, or `*` for `"Principal": "*"`. */
  type: string;
  typeKey?: StringNode;
  arn?: Arn;
}

export interface ConditionEntry {
  statement: Statement;
  operator: string;
  parsed: ParsedOperator;
  operatorNode: StringNode;
  key: string;
  /** The key in lower case: AWS does not mind the case of keys. */
  lowerKey: string;
  keyNode: StringNode;
  property: Property;
  values: readonly Node[];
}

export function documentOf(tree: SyntaxTree): PolicyDocument {
  const root = tree.root?.type === 'object' ? tree.root : undefined;
  const elements = elementsOfDocument(root);
  const nodes = itemsOf(elements.get('Statement')?.value);
  const statements: Statement[] = [];
  for (const node of nodes) {
    if (node.type === 'object') statements.push(statementOf(node, statements.length));
  }
  return { tree, text: tree.text, ...(root ? { root } : {}), elements, statements };
}

function statementOf(node: ObjectNode, index: number): Statement {
  const elements = elementsOfStatement(node);
  const sid = elements.get('Sid')?.value;
  const condition = elements.get('Condition')?.value;
  const statement: Statement = {
    node,
    index,
    elements,
    sid: sid?.type === 'string' ? sid : undefined,
    effect: effectOf(elements.get('Effect')?.value),
    actions: [],
    resources: [],
    principals: [],
    condition: condition?.type === 'object' ? condition : undefined,
    conditions: [],
  };
  addActions(statement, 'Action');
  addActions(statement, 'NotAction');
  addResources(statement, 'Resource');
  addResources(statement, 'NotResource');
  addPrincipals(statement, 'Principal');
  addPrincipals(statement, 'NotPrincipal');
  addConditions(statement);
  return statement;
}

/** In any case, though AWS refuses all but one: what the statement means is clear. */
function effectOf(node: Node | undefined): 'Allow' | 'Deny' | undefined {
  if (node?.type !== 'string') return undefined;
  const { value } = node;
  if (value === 'Allow' || value === 'Deny') return value;
  const lower = value.toLowerCase();
  return lower === 'allow' ? 'Allow' : lower === 'deny' ? 'Deny' : undefined;
}

function addActions(statement: Statement, element: ActionValue['element']): void {
  for (const node of itemsOf(statement.elements.get(element)?.value)) {
    if (node.type !== 'string') continue;
    statement.actions.push(new ActionValue(element, node, statement, actionText(node.value)));
  }
}

function addResources(statement: Statement, element: ResourceValue['element']): void {
  for (const node of itemsOf(statement.elements.get(element)?.value)) {
    if (node.type !== 'string') continue;
    statement.resources.push(new ResourceValue(element, node, statement, arnText(node.value)));
  }
}

function addPrincipals(statement: Statement, element: PrincipalValue['element']): void {
  const value = statement.elements.get(element)?.value;
  if (!value) return;
  const add = (type: string, node: Node, typeKey?: StringNode) => {
    if (node.type !== 'string') return;
    const { arn } = arnText(node.value);
    statement.principals.push({ element, type, text: node.value, node, statement, typeKey, arn });
  };
  if (value.type !== 'object') {
    for (const node of itemsOf(value)) add('*', node);
    return;
  }
  for (const { key, value: values } of value.properties) {
    for (const node of itemsOf(values)) add(key.value, node, key);
  }
}

function addConditions(statement: Statement): void {
  for (const { key: operatorNode, value } of statement.condition?.properties ?? []) {
    if (value?.type !== 'object') continue;
    for (const property of value.properties) {
      statement.conditions.push({
        statement,
        operator: operatorNode.value,
        parsed: parseOperator(operatorNode.value),
        operatorNode,
        key: property.key.value,
        lowerKey: property.key.value.toLowerCase(),
        keyNode: property.key,
        property,
        values: itemsOf(property.value),
      });
    }
  }
}
