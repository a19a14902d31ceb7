import type { ArrayNode, Node, ObjectNode, Property, Span, StringNode } from './syntax';

/** The innermost place at an offset: a key or value of an object, or an item of an array. */
export interface Slot {
  /** Keys that lead to it from the root. */
  path: string[];
  role: 'key' | 'value' | 'item';
  owner: ObjectNode | ArrayNode;
  property?: Property;
  /** What stands there; absent in a gap. */
  node?: Node;
  /** The member before, when no comma stands between. */
  unseparated?: Node | Property;
  /** The member after, when no comma stands between. */
  follows?: Node | Property;
}

export function findSlot(
  owner: ObjectNode | ArrayNode,
  offset: number,
  path: string[],
): Slot | undefined {
  return owner.type === 'object'
    ? slotInObject(owner, offset, path)
    : slotInArray(owner, offset, path);
}

function slotInObject(owner: ObjectNode, offset: number, path: string[]): Slot {
  const property = lastBefore(owner.properties, offset);
  if (!property || isSeparated(owner, property, offset)) return gap(owner, 'key', path, offset);
  const torn = tornKey(path, property);
  if (torn && offset <= torn.end) {
    return { path, role: 'key', owner, property, node: torn, ...aroundMember(owner, property) };
  }
  const { key, colon, value } = property;
  const onKey = offset <= key.end || (colon < 0 && !value) || offset <= colon;
  if (onKey) {
    const around = aroundMember(owner, property);
    const { follows, ...before } = around;
    const complete = colon >= 0 || !follows;
    return { path, role: 'key', owner, property, node: key, ...(complete ? before : around) };
  }
  const inner = [...path, key.value];
  if (!value) return { path: inner, role: 'value', owner, property };
  if (isInside(value, offset)) {
    return findSlot(value, offset, inner) ?? { path: inner, role: 'value', owner, property };
  }
  if (offset <= value.end) return { path: inner, role: 'value', owner, property, node: value };
  return gap(owner, 'key', path, offset, property);
}

/** A condition key typed without quotes, which its colon has torn apart: `aws:SourceI`. */
function tornKey(path: readonly string[], { key, colon, value }: Property): StringNode | undefined {
  const isConditionKey = path.length === 3 && path[0] === 'Statement' && path[1] === 'Condition';
  if (!isConditionKey || key.quote !== '' || colon !== key.end) return undefined;
  const isWord = value?.type === 'string' && value.quote === '' && value.offset === colon + 1;
  if (value && !isWord) return undefined;
  const text = `${key.value}:${isWord ? value.value : ''}`;
  return { ...key, value: text, end: isWord ? value.end : colon + 1 };
}

function slotInArray(owner: ArrayNode, offset: number, path: string[]): Slot | undefined {
  const item = lastBefore(owner.items, offset);
  if (!item || isSeparated(owner, item, offset)) return gap(owner, 'item', path, offset);
  if (isInside(item, offset)) return findSlot(item, offset, path);
  if (offset > item.end) return gap(owner, 'item', path, offset, item);
  return { path, role: 'item', owner, node: item, ...aroundMember(owner, item) };
}

/** A place between members, where a new one would stand. */
function gap(
  owner: ObjectNode | ArrayNode,
  role: 'key' | 'item',
  path: string[],
  offset: number,
  unseparated?: Node | Property,
): Slot {
  const next = members(owner).find((member) => member.offset > offset);
  const follows = next && !commaBetween(owner, offset, next.offset) ? next : undefined;
  return {
    path,
    role,
    owner,
    ...(unseparated ? { unseparated } : {}),
    ...(follows ? { follows } : {}),
  };
}

/** The neighbours of a member that no comma separates from it. */
function aroundMember(owner: ObjectNode | ArrayNode, member: Node | Property) {
  const all = members(owner);
  const at = all.indexOf(member);
  const previous = all[at - 1];
  const next = all[at + 1];
  return {
    ...(previous && !commaBetween(owner, previous.end, member.offset)
      ? { unseparated: previous }
      : {}),
    ...(next && !commaBetween(owner, member.end, next.offset) ? { follows: next } : {}),
  };
}

const members = (owner: ObjectNode | ArrayNode): readonly (Node | Property)[] =>
  owner.type === 'object' ? owner.properties : owner.items;

const commaBetween = (owner: ObjectNode | ArrayNode, from: number, to: number) =>
  owner.commas.some((at) => at >= from && at < to);

const isSeparated = (owner: ObjectNode | ArrayNode, member: Span, offset: number) =>
  commaBetween(owner, member.end, offset);

function lastBefore<T extends Span>(all: readonly T[], offset: number): T | undefined {
  return all.findLast((member) => member.offset <= offset);
}

/** Strictly between the brackets. */
function isInside(node: Node, offset: number): node is ObjectNode | ArrayNode {
  if (node.type !== 'object' && node.type !== 'array') return false;
  return offset > node.offset && (node.closed ? offset < node.end : offset <= node.end);
}
