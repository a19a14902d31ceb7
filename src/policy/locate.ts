import type { PolicyDocument, Statement } from './document';
import { findSlot, type Slot } from './slot';
import type { ArrayNode, Node, Span, StringNode } from './syntax';

/** What every place has in common. */
interface Place {
  /** The cursor. */
  at: number;
  /** What an accepted completion replaces: the word or text with its quotes, or nothing. */
  replace: Span;
  /** The text under the cursor, quotes resolved; empty in a gap. */
  text: string;
  /** What stands between the opening quote and the cursor, as written. */
  before: string;
  /** The node under the cursor, when there is one. */
  node?: Node;
  /** The statement that the place is in. */
  statement?: Statement;
  /** Where a comma must be added so that a new member fits, if one is missing before it. */
  missingComma?: number;
  /** A member follows in the same array or object without a comma between. */
  commaAfter: boolean;
}

/** A key of an object: whether a colon follows it already, and the keys that are there. */
interface KeyPlace extends Place {
  hasColon: boolean;
  siblings: readonly string[];
}

/** A value: whether it is (or would be) an item of a list. */
interface ValuePlace extends Place {
  inArray: boolean;
  /** The other values of the list. */
  siblings: readonly string[];
}

/** What stands, or would stand, at an offset of the document. */
export type PolicyLocation =
  /** Nothing is there yet. */
  | (Place & { kind: 'emptyDocument' })
  | (KeyPlace & { kind: 'documentElement' })
  | (KeyPlace & { kind: 'statementElement' })
  | (KeyPlace & { kind: 'principalType' })
  | (KeyPlace & { kind: 'conditionOperator' })
  | (KeyPlace & { kind: 'conditionKey'; operator: string })
  | (ValuePlace & { kind: 'version' })
  | (ValuePlace & { kind: 'id' })
  | (ValuePlace & { kind: 'sid' })
  | (ValuePlace & { kind: 'effect' })
  | (ValuePlace & { kind: 'statement' })
  | (ValuePlace & { kind: 'action'; element: 'Action' | 'NotAction' })
  | (ValuePlace & { kind: 'resource'; element: 'Resource' | 'NotResource' })
  | (ValuePlace & { kind: 'principal'; element: 'Principal' | 'NotPrincipal'; type: string })
  | (ValuePlace & { kind: 'condition'; element: 'Condition' })
  | (ValuePlace & { kind: 'conditionValue'; operator: string; key: string });

export type LocationKind = PolicyLocation['kind'];

/** Undefined where the policy language has nothing: in comments, in unknown elements, after the end. */
export function locate(document: PolicyDocument, offset: number): PolicyLocation | undefined {
  const { tree } = document;
  if (tree.comments.some((span) => span.offset < offset && offset <= span.end)) return undefined;
  const { root } = tree;
  if (!root) return emptyDocument(tree.text, offset);
  if (root.type !== 'object') {
    return offset <= root.end && root.type === 'string'
      ? emptyDocument(tree.text, offset, root)
      : undefined;
  }
  if (offset <= root.offset || (root.closed && offset >= root.end)) return undefined;
  const slot = findSlot(root, offset, []);
  // Behind a key, before its colon, nothing can stand.
  if (!slot || (slot.node && offset > slot.node.end)) return undefined;
  return describe(slot, document, offset);
}

function emptyDocument(text: string, offset: number, node?: StringNode): PolicyLocation {
  const at = node ?? { offset, end: offset };
  return {
    kind: 'emptyDocument',
    at: offset,
    replace: { offset: at.offset, end: at.end },
    text: node?.value ?? '',
    before: text.slice(at.offset, offset),
    commaAfter: false,
  };
}

function describe(
  slot: Slot,
  document: PolicyDocument,
  offset: number,
): PolicyLocation | undefined {
  const place = placeOf(slot, document, offset);
  const [first, second, third, fourth] = slot.path;
  const depth = slot.path.length;
  if (slot.role === 'key') return describeKey(slot, place);
  const value: ValuePlace = {
    ...place,
    inArray: slot.owner.type === 'array',
    siblings: slot.owner.type === 'array' ? texts(slot.owner, slot.node) : [],
  };
  if (depth === 1) {
    if (first === 'Version') return { ...value, kind: 'version' };
    if (first === 'Id') return { ...value, kind: 'id' };
    return first === 'Statement' ? { ...value, kind: 'statement' } : undefined;
  }
  if (first !== 'Statement') return undefined;
  if (depth === 2) return describeStatementValue(second, value);
  if (depth === 3 && (second === 'Principal' || second === 'NotPrincipal')) {
    return { ...value, kind: 'principal', element: second, type: third ?? '' };
  }
  if (depth === 4 && second === 'Condition') {
    return { ...value, kind: 'conditionValue', operator: third ?? '', key: fourth ?? '' };
  }
  return undefined;
}

function describeStatementValue(
  element: string | undefined,
  value: ValuePlace,
): PolicyLocation | undefined {
  switch (element) {
    case 'Sid':
      return { ...value, kind: 'sid' };
    case 'Effect':
      return { ...value, kind: 'effect' };
    case 'Action':
    case 'NotAction':
      return { ...value, kind: 'action', element };
    case 'Resource':
    case 'NotResource':
      return { ...value, kind: 'resource', element };
    case 'Principal':
    case 'NotPrincipal':
      return { ...value, kind: 'principal', element, type: '*' };
    case 'Condition':
      return { ...value, kind: 'condition', element };
    default:
      return undefined;
  }
}

function describeKey(slot: Slot, place: Place): PolicyLocation | undefined {
  const { owner, property } = slot;
  const siblings =
    owner.type === 'object'
      ? owner.properties.filter((other) => other !== property).map((other) => other.key.value)
      : [];
  const hasColon = property !== undefined && property.colon >= 0 && slot.node === property.key;
  const key: KeyPlace = { ...place, siblings, hasColon };
  const [first, second, third] = slot.path;
  if (slot.path.length === 0) return { ...key, kind: 'documentElement' };
  if (first !== 'Statement') return undefined;
  if (slot.path.length === 1) return { ...key, kind: 'statementElement' };
  const isPrincipal = second === 'Principal' || second === 'NotPrincipal';
  if (slot.path.length === 2) {
    if (isPrincipal) return { ...key, kind: 'principalType' };
    return second === 'Condition' ? { ...key, kind: 'conditionOperator' } : undefined;
  }
  if (slot.path.length === 3 && second === 'Condition') {
    return { ...key, kind: 'conditionKey', operator: third ?? '' };
  }
  return undefined;
}

function placeOf(slot: Slot, document: PolicyDocument, offset: number): Place {
  const { node, unseparated, follows } = slot;
  const replace = node
    ? { offset: Math.min(node.offset, offset), end: node.end }
    : { offset, end: offset };
  const statement = document.statements.findLast((known) => known.node.offset < offset);
  const inside = statement && (!statement.node.closed || offset < statement.node.end);
  return {
    at: offset,
    replace,
    text: node && (node.type === 'string' || node.type === 'number') ? node.value : '',
    before: node ? textBefore(document.text, node, offset) : '',
    ...(node ? { node } : {}),
    ...(inside ? { statement } : {}),
    ...(unseparated ? { missingComma: unseparated.end } : {}),
    commaAfter: follows !== undefined,
  };
}

function textBefore(text: string, node: Node, offset: number): string {
  const isQuoted = node.type === 'string' && node.quote !== '';
  const start = node.offset + (isQuoted ? 1 : 0);
  const end = isQuoted && node.closed ? Math.min(offset, node.end - 1) : offset;
  return withoutCutEscape(text.slice(start, Math.max(end, start)));
}

/** Leaves out the escape that the cursor is in. */
function withoutCutEscape(text: string): string {
  const at = /\\(?:u[0-9a-fA-F]{0,3})?$/.exec(text)?.index;
  if (at === undefined) return text;
  let start = at;
  while (text[start - 1] === '\\') start--;
  return (at - start) % 2 === 0 ? text.slice(0, at) : text;
}

function texts(array: ArrayNode, except: Node | undefined): string[] {
  return array.items.flatMap((item) =>
    item !== except && item.type === 'string' ? [item.value] : [],
  );
}
