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
    const unsorted = document.statements
      .flatMap(listsOf)
      .filter((list) => isUnsorted(document, list));
    const one = unsorted.find((list) => list === touched?.value);
    const edits = (lists: readonly ArrayNode[]) => () =>
      lists.flatMap((list) => sorted(document, list));
    return [
      ...(one ? [{ title: `Sort ${touched?.key.value ?? ''}`, edits: edits([one]) }] : []),
      ...(unsorted.length > (one ? 1 : 0)
        ? [{ title: 'Sort all actions and resources', edits: edits(unsorted) }]
        : []),
    ];
  },
};

function listsOf({ elements }: Statement): ArrayNode[] {
  return ELEMENTS.flatMap((name) => {
    const value = elements.get(name)?.value;
    return value?.type === 'array' ? [value] : [];
  });
}

function isUnsorted({ tree }: PolicyDocument, { items, offset, end }: ArrayNode): boolean {
  if (items.some(({ type }) => type !== 'string')) return false;
  if (tree.comments.some((comment) => offset < comment.offset && comment.offset < end))
    return false;
  return items.some((item, i) => {
    const before = items[i - 1];
    return before !== undefined && byText(before, item) > 0;
  });
}

function sorted({ text }: PolicyDocument, { items }: ArrayNode): TextEdit[] {
  const wanted = [...items].sort(byText);
  return items.flatMap((item, i) => {
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
