import { indentAt, indentUnit, inlineGap, lineEndOf } from './edit';
import type { ArrayNode, Node, ObjectNode } from './syntax';

/** How a text is laid out, so that what is put into it looks as if it had always been there. */

/** Characters of a line beyond which a list is written one value a line. */
const WIDTH = 80;

/** Whether the members of an array or object stand in lines of their own. */
export function isSpread(text: string, node: ArrayNode | ObjectNode): boolean {
  const first = node.type === 'array' ? node.items[0] : node.properties[0];
  return first !== undefined && text.slice(node.offset, first.offset).includes('\n');
}

/**
 * Values (as JSON) as a list that takes the place of `node`: spread where that is, or where the line
 * would become too long; one value alone stays alone where it was.
 */
export function listText(text: string, node: Node, values: readonly string[]): string {
  const [only] = values;
  if (values.length === 1 && only !== undefined && node.type !== 'array') return only;
  const gap = inlineGap(text);
  const inline = `[${values.join(`,${gap}`)}]`;
  const spread = node.type === 'array' && isSpread(text, node);
  if (!spread && (values.length < 2 || fits(text, node, inline))) return inline;
  const outer = indentAt(text, spread ? node.end : node.offset);
  const first = node.type === 'array' ? node.items[0] : undefined;
  const inner = spread && first ? indentAt(text, first.offset) : outer + indentUnit(text);
  const end = lineEndOf(text);
  return `[${end}${values.map((value) => inner + value).join(`,${end}`)}${end}${outer}]`;
}

function fits(text: string, node: Node, inline: string): boolean {
  const start = text.lastIndexOf('\n', node.offset - 1) + 1;
  return !text.includes('\n') || node.offset - start + inline.length <= WIDTH;
}

/** `{ name: value }` as the value of a property of `owner`, spread where that is. */
export function objectText(text: string, owner: ObjectNode, name: string, value: string): string {
  const gap = inlineGap(text);
  const member = `${JSON.stringify(name)}:${gap}${value}`;
  if (!isSpread(text, owner)) return `{${gap}${member}${gap}}`;
  const outer = indentAt(text, owner.properties[0]?.offset ?? owner.offset);
  const unit = indentUnit(text);
  const end = lineEndOf(text);
  return `{${end}${outer}${unit}${indented(member, unit)}${end}${outer}}`;
}

/** Moves all lines but the first one step in. */
export function indented(block: string, unit: string): string {
  return block.replace(/\n(?=[^\r\n])/g, `\n${unit}`);
}

/** Moves all lines but the first one step out, where they are in. */
export function outdented(block: string, unit: string): string {
  return block.replaceAll(`\n${unit}`, '\n');
}
