import type { PolicyDocument, Statement } from '../document';
import { replaceNode } from '../edit';
import type { TextEdit } from '../finding';
import type { ArrayNode, Node } from '../syntax';
import { onlyStatement, touchedElement, type Refactoring } from './refactoring';

const ELEMENTS = ['Action', 'NotAction', 'Resource', 'NotResource'];

/**
 * Sorts actions or resources without regard to case; each value takes the place of another, so the
 * layout stays. Lists with comments are left alone, for a comment belongs to its value.
 */
export const sortValues: Refactoring = {
  id: 'sortValues',
  kind: 'refactor.rewrite',
  find(context) {
    const { document } = context;
    const statement = onlyStatement(context);
    const touched = statement && touchedElement(context, statement, ELEMENTS);
    const one = touched?.value?.type === 'array' ? sorted(document, touched.value) : [];
    const lists = document.statements.flatMap(listsOf).map((list) => sorted(document, list));
    const unsorted = lists.filter((edits) => edits.length > 0);
    return [
      { title: `Sort ${touched?.key.value ?? ''}`, edits: one },
      {
        title: 'Sort all actions and resources',
        edits: unsorted.length > 1 || one.length === 0 ? unsorted.flat() : [],
      },
    ].filter(({ edits }) => edits.length > 0);
  },
};

function listsOf({ elements }: Statement): ArrayNode[] {
  return ELEMENTS.flatMap((name) => {
    const value = elements.get(name)?.value;
    return value?.type === 'array' ? [value] : [];
  });
}

function sorted({ text, tree }: PolicyDocument, list: ArrayNode): TextEdit[] {
  const commented = tree.comments.some(({ offset }) => list.offset < offset && offset < list.end);
  if (commented || list.items.some(({ type }) => type !== 'string')) return [];
  const wanted = [...list.items].sort(byText);
  return list.items.flatMap((item, i) => {
    const other = wanted[i];
    return !other || other === item ? [] : [replaceNode(item, text.slice(other.offset, other.end))];
  });
}

function byText(a: Node, b: Node): number {
  const x = textOf(a);
  const y = textOf(b);
  if (x === y) return 0;
  return x < y ? -1 : 1;
}

const textOf = (node: Node) => (node.type === 'string' ? node.value.toLowerCase() : '');
