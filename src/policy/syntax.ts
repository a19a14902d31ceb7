/** The syntax tree of a policy's text, as far as it can be made out. Offsets are UTF-16 code units. */

export interface Span {
  /** First character. */
  offset: number;
  /** After the last character. */
  end: number;
}

interface Base extends Span {
  /** The array that holds this item, or the property whose value (or key) it is. */
  parent?: ArrayNode | Property;
}

export interface ObjectNode extends Base {
  type: 'object';
  properties: Property[];
  commas: number[];
  /** Whether the closing brace is there. */
  closed: boolean;
}

export interface ArrayNode extends Base {
  type: 'array';
  items: Node[];
  commas: number[];
  closed: boolean;
}

export interface StringNode extends Base {
  type: 'string';
  /** With escapes resolved. */
  value: string;
  /** As it is delimited; `''` for a word without quotes. Only `"` is JSON. */
  quote: '"' | "'" | '';
  closed: boolean;
}

export interface LiteralNode extends Base {
  type: 'number' | 'boolean' | 'null';
  /** As written. */
  value: string;
}

export type Node = ObjectNode | ArrayNode | StringNode | LiteralNode;

export interface Property extends Span {
  type: 'property';
  key: StringNode;
  /** Offset of the colon, -1 when it is missing. */
  colon: number;
  value?: Node;
  parent: ObjectNode;
}

export type SyntaxProblemKind =
  | 'empty'
  | 'byteOrderMark'
  | 'comment'
  | 'trailingComma'
  | 'missingComma'
  | 'missingColon'
  | 'missingValue'
  | 'unquoted'
  | 'singleQuotes'
  | 'unterminatedString'
  | 'invalidEscape'
  | 'invalidCharacter'
  | 'unclosed'
  | 'unexpected'
  | 'afterEnd'
  | 'tooDeep';

export interface SyntaxProblem extends Span {
  kind: SyntaxProblemKind;
}

export interface SyntaxTree {
  text: string;
  root?: Node;
  problems: SyntaxProblem[];
  comments: Span[];
  /** Characters between the tokens: white space and comments. */
  between: number;
}

/** The value under a key, when a node is an object that has it. */
export function valueOf(node: Node | undefined, key: string): Node | undefined {
  if (node?.type !== 'object') return undefined;
  return node.properties.find((property) => property.key.value === key)?.value;
}

/** A value as the list that it stands for: AWS takes a single value for an array of one. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  if (!node) return [];
  return node.type === 'array' ? node.items : [node];
}

export function* ancestors(node: Node | Property): Generator<Node | Property> {
  for (let at: Node | Property | undefined = node.parent; at; at = at.parent) yield at;
}

/** A node as the value that JSON.parse would give; a key that is there twice counts the last time. */
export function toValue(node: Node | undefined): unknown {
  switch (node?.type) {
    case 'object':
      return Object.fromEntries(
        node.properties.map(({ key, value }) => [key.value, toValue(value)]),
      );
    case 'array':
      return node.items.map(toValue);
    case 'string':
      return node.value;
    case 'number':
      return Number(node.value);
    case 'boolean':
      return node.value === 'true';
    default:
      return null;
  }
}
