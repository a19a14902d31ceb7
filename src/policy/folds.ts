import type { PolicyDocument } from './document';
import type { ArrayNode, Node, ObjectNode, Span } from './syntax';

/** Something that can be folded when it spans several lines. */
export interface Fold extends Span {
  kind: 'block' | 'comment';
  /** Whether a bracket ends it, which stays in sight when it stands alone on its line. */
  closed: boolean;
}

/** Folds that are given at most. */
const MAX_FOLDS = 20_000;

/** Objects, arrays and comments that hold a line break. */
export function foldsOf({ tree }: PolicyDocument): Fold[] {
  const folds: Fold[] = [];
  const pending: Node[] = tree.root ? [tree.root] : [];
  for (let node = pending.pop(); node && folds.length < MAX_FOLDS; node = pending.pop()) {
    if (node.type !== 'object' && node.type !== 'array') continue;
    if (!hasBreak(tree.text, node)) continue;
    folds.push({ offset: node.offset, end: node.end, kind: 'block', closed: node.closed });
    pending.push(...childrenOf(node));
  }
  const comments = tree.comments
    .filter((span) => hasBreak(tree.text, span))
    .map(({ offset, end }) => ({ offset, end, kind: 'comment' as const, closed: false }));
  return [...folds, ...comments].sort((a, b) => a.offset - b.offset);
}

function hasBreak(text: string, { offset, end }: Span): boolean {
  return text.slice(offset, end).includes('\n');
}

function childrenOf(node: ObjectNode | ArrayNode): Node[] {
  if (node.type === 'array') return [...node.items].reverse();
  return node.properties.flatMap(({ value }) => (value ? [value] : [])).reverse();
}
