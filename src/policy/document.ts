import { parseArn, type Arn } from './arn';
import { parseOperator, type ParsedOperator } from './conditionOperators';
import { documentElements, statementElements } from './facts/grammar';
import { nearest } from './nearest';
import {
  itemsOf,
  type Node,
  type ObjectNode,
  type Property,
  type StringNode,
  type SyntaxTree,
} from './syntax';

/** A policy as the language sees it, over its syntax tree. Broken parts are left out here, not there. */
export interface PolicyDocument {
  tree: SyntaxTree;
  text: string;
  root?: ObjectNode;
  /** Elements at the top by name, misspelled ones by the one that is meant; of a name that is there twice, the first. */
  elements: ReadonlyMap<string, Property>;
  statements: Statement[];
}

export interface Statement {
  node: ObjectNode;
  /** Number from 0 in the document. */
  index: number;
  elements: ReadonlyMap<string, Property>;
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

interface Value {
  text: string;
  node: StringNode;
  statement: Statement;
}

export interface ActionValue extends Value {
  element: 'Action' | 'NotAction';
  /** Before the colon; empty when there is none. */
  service: string;
  /** After the colon, or all when there is none. */
  name: string;
}

export interface ResourceValue extends Value {
  element: 'Resource' | 'NotResource';
  arn?: Arn;
}

export interface PrincipalValue extends Value {
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

const DOCUMENT: ReadonlySet<string> = new Set(documentElements);
const STATEMENT: ReadonlySet<string> = new Set(statementElements);

export function documentOf(tree: SyntaxTree): PolicyDocument {
  const root = tree.root?.type === 'object' ? tree.root : undefined;
  const elements = elementsOf(root, DOCUMENT);
  const nodes = itemsOf(elements.get('Statement')?.value);
  const statements: Statement[] = [];
  for (const node of nodes) {
    if (node.type === 'object') statements.push(statementOf(node, statements.length));
  }
  return { tree, text: tree.text, ...(root ? { root } : {}), elements, statements };
}

/**
 * A misspelled element stands for the one that it is nearest to, so that what is in it is looked
 * at too; that its name is wrong is a finding of its own.
 */
function elementsOf(
  node: ObjectNode | undefined,
  known: ReadonlySet<string>,
): Map<string, Property> {
  const elements = new Map<string, Property>();
  const unknown: Property[] = [];
  for (const property of node?.properties ?? []) {
    const name = property.key.value;
    if (!elements.has(name)) elements.set(name, property);
    if (!known.has(name)) unknown.push(property);
  }
  for (const property of unknown) {
    const meant = nearest(property.key.value, known)?.name;
    if (meant !== undefined && !elements.has(meant)) elements.set(meant, property);
  }
  return elements;
}

function statementOf(node: ObjectNode, index: number): Statement {
  const elements = elementsOf(node, STATEMENT);
  const sid = elements.get('Sid')?.value;
  const effect = elements.get('Effect')?.value;
  const statement: Statement = {
    node,
    index,
    elements,
    ...(sid?.type === 'string' ? { sid } : {}),
    ...effectOf(effect),
    actions: [],
    resources: [],
    principals: [],
    conditions: [],
  };
  for (const element of ['Action', 'NotAction'] as const) addActions(statement, element);
  for (const element of ['Resource', 'NotResource'] as const) addResources(statement, element);
  for (const element of ['Principal', 'NotPrincipal'] as const) addPrincipals(statement, element);
  addConditions(statement);
  return statement;
}

/** In any case, though AWS refuses all but one: what the statement means is clear. */
function effectOf(node: Node | undefined): { effect?: 'Allow' | 'Deny' } {
  if (node?.type !== 'string') return {};
  const effect = (['Allow', 'Deny'] as const).find(
    (each) => each.toLowerCase() === node.value.toLowerCase(),
  );
  return effect ? { effect } : {};
}

function addActions(statement: Statement, element: ActionValue['element']): void {
  for (const node of itemsOf(statement.elements.get(element)?.value)) {
    if (node.type !== 'string') continue;
    const text = node.value;
    const colon = text.indexOf(':');
    const service = colon < 0 ? '' : text.slice(0, colon);
    statement.actions.push({
      element,
      text,
      node,
      statement,
      service,
      name: text.slice(colon + 1),
    });
  }
}

function addResources(statement: Statement, element: ResourceValue['element']): void {
  for (const node of itemsOf(statement.elements.get(element)?.value)) {
    if (node.type !== 'string') continue;
    const arn = parseArn(node.value);
    statement.resources.push({
      element,
      text: node.value,
      node,
      statement,
      ...(arn ? { arn } : {}),
    });
  }
}

function addPrincipals(statement: Statement, element: PrincipalValue['element']): void {
  const value = statement.elements.get(element)?.value;
  const add = (type: string, node: Node, typeKey?: StringNode) => {
    if (node.type !== 'string') return;
    const arn = parseArn(node.value);
    statement.principals.push({
      element,
      type,
      text: node.value,
      node,
      statement,
      ...(typeKey ? { typeKey } : {}),
      ...(arn ? { arn } : {}),
    });
  };
  if (value?.type !== 'object') {
    for (const node of itemsOf(value)) add('*', node);
    return;
  }
  for (const { key, value: values } of value.properties) {
    for (const node of itemsOf(values)) add(key.value, node, key);
  }
}

function addConditions(statement: Statement): void {
  const block = statement.elements.get('Condition')?.value;
  if (block?.type !== 'object') return;
  statement.condition = block;
  for (const { key: operatorNode, value } of block.properties) {
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
