import type { PolicyDocument, Statement } from './document';
import { indentAt, indentUnit, inlineGap, insertProperty, lineEndOf, removeMember } from './edit';
import { applyEdits, type TextEdit } from './finding';
import { indented, isSpread } from './layout';
import type { Node } from './syntax';

/** New values of a statement's elements, as JSON; undefined takes an element out. */
export type Changes = Readonly<Record<string, string | undefined>>;

/** Edits that give elements of a statement other values. A new Sid stands first, another new element last. */
export function changeElements(text: string, statement: Statement, changes: Changes): TextEdit[] {
  return Object.entries(changes).map(([name, value]) => {
    const property = statement.elements.get(name);
    if (!property) {
      const after = name === 'Sid' ? undefined : statement.node.properties.at(-1);
      return insertProperty(text, statement.node, name, value ?? '""', after);
    }
    if (value === undefined) return removeMember(text, property);
    const at = property.value ?? { offset: property.end, end: property.end };
    return { offset: at.offset, end: at.end, text: value };
  });
}

/** The statement's text with other values. */
export function copyStatement(text: string, statement: Statement, changes: Changes): string {
  const { offset, end } = statement.node;
  const edits = changeElements(text, statement, changes).map((edit) => ({
    ...edit,
    offset: edit.offset - offset,
    end: edit.end - offset,
  }));
  return applyEdits(text.slice(offset, end), edits);
}

/** Puts statements, as texts, where one was; the Statement becomes a list where it was none. */
export function replaceStatement(
  { text }: PolicyDocument,
  { node }: Statement,
  copies: readonly string[],
): TextEdit {
  const at = { offset: node.offset, end: node.end };
  const owner = node.parent;
  if (owner?.type === 'array') {
    const gap = isSpread(text, owner)
      ? lineEndOf(text) + indentAt(text, node.offset)
      : inlineGap(text);
    return { ...at, text: copies.join(`,${gap}`) };
  }
  return { ...at, text: statementList(text, node, copies) };
}

/** Statements as a list in the place of the one that stands there without a list. */
export function statementList(text: string, node: Node, copies: readonly string[]): string {
  const unit = indentUnit(text);
  if (!text.slice(node.offset, node.end).includes('\n')) {
    return `[${copies.join(`,${inlineGap(text)}`)}]`;
  }
  const outer = indentAt(text, node.offset);
  const end = lineEndOf(text);
  const blocks = copies.map((copy) => outer + unit + indented(copy, unit));
  return `[${end}${blocks.join(`,${end}`)}${end}${outer}]`;
}

/** Puts a statement behind another one. */
export function addStatement(
  document: PolicyDocument,
  after: Statement,
  statement: string,
): TextEdit {
  const { text } = document;
  const own = text.slice(after.node.offset, after.node.end);
  return replaceStatement(document, after, [own, statement]);
}
