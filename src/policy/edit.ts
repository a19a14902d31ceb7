import type { TextEdit } from './finding';
import type { ArrayNode, Node, ObjectNode, Property, StringNode } from './syntax';

/** Edits that keep the document parsable and its formatting. Offsets are of `text`. */

export function replaceNode(node: Node, text: string): TextEdit {
  return { offset: node.offset, end: node.end, text };
}

/** A string's new value, with quotes. */
export function replaceString(node: StringNode, value: string): TextEdit {
  return { offset: node.offset, end: node.end, text: JSON.stringify(value) };
}

/** Takes an item out of its array, a property out of its object, with one comma and the space around. */
export function removeMember(text: string, member: Node | Property): TextEdit {
  const owner = member.parent;
  if (owner?.type === 'array') return removeFrom(text, owner, owner.items, member);
  if (owner?.type === 'object') return removeFrom(text, owner, owner.properties, member);
  return { offset: member.offset, end: member.end, text: '' };
}

function removeFrom(
  text: string,
  owner: ObjectNode | ArrayNode,
  members: readonly (Node | Property)[],
  member: Node | Property,
): TextEdit {
  const at = members.indexOf(member);
  const next = members[at + 1];
  const before = members[at - 1];
  if (next) return { offset: member.offset, end: next.offset, text: '' };
  if (before) return { offset: before.end, end: member.end, text: '' };
  const comma = owner.commas.find((offset) => offset >= member.end);
  const end = comma === undefined ? member.end : comma + 1;
  const closer = owner.closed ? owner.end - 1 : end;
  const onlySpace = text.slice(end, closer).trim() === '';
  return { offset: owner.offset + 1, end: onlySpace ? closer : end, text: '' };
}

/** Line end that the text uses. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** White space between the members of what stands in one line: none in `{"Effect":"Allow"}`. */
export function inlineGap(text: string): string {
  return /\n|[:,] /.test(text) ? ' ' : '';
}

/** White space at the start of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** One step of indentation, judged by the first indented line; two spaces where there is none. */
export function indentUnit(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

/**
 * Puts `"name": value` into an object: after the property `after`, else at the start.
 * It gets a line of its own where the object's other properties have.
 */
export function insertProperty(
  text: string,
  object: ObjectNode,
  name: string,
  value: string,
  after?: Property,
): TextEdit {
  const member = `${JSON.stringify(name)}:${inlineGap(text)}${value}`;
  if (after) {
    const gap = gapBefore(text, object, after);
    return { offset: after.end, end: after.end, text: `,${gap}${member}` };
  }
  const first = object.properties[0];
  const start = object.offset + 1;
  if (!first) return { offset: start, end: start, text: member };
  return {
    offset: first.offset,
    end: first.offset,
    text: `${member},${gapBefore(text, object, first)}`,
  };
}

/** Puts an item behind the last one of an array. */
export function appendItem(text: string, array: ArrayNode, item: string): TextEdit {
  const last = array.items.at(-1);
  if (!last) return { offset: array.offset + 1, end: array.offset + 1, text: item };
  return { offset: last.end, end: last.end, text: `,${gapBefore(text, array, last)}${item}` };
}

function gapBefore(text: string, owner: ObjectNode | ArrayNode, member: Node | Property): string {
  const between = text.slice(owner.offset, member.offset);
  if (!between.includes('\n')) return inlineGap(text);
  return lineEndOf(text) + indentAt(text, member.offset);
}

/** Renames a property, keeping its value. */
export function renameProperty(property: Property, name: string): TextEdit {
  return replaceString(property.key, name);
}
