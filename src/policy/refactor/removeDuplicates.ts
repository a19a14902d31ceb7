import type { PolicyDocument, Statement } from '../document';
import { replaceNode } from '../edit';
import { listText } from '../layout';
import type { ArrayNode, Node } from '../syntax';
import { counted, type Refactoring } from './refactoring';

const ELEMENTS = ['Action', 'NotAction', 'Resource', 'NotResource'] as const;

/** Takes out actions and resources that stand twice in their list, in the statements touched. */
export const removeDuplicates: Refactoring = {
  id: 'removeDuplicates',
  kind: 'refactor.rewrite',
  find({ document, statements }) {
    const lists = statements.flatMap(repeating);
    const count = lists.reduce((sum, { list, kept }) => sum + list.items.length - kept.length, 0);
    if (count === 0) return [];
    const edits = () =>
      lists.map(({ list, kept }) =>
        replaceNode(list, listText(document.text, list, texts(document, kept))),
      );
    return [{ title: `Remove ${counted(count, 'duplicate')} from lists`, edits }];
  },
};

const texts = ({ text }: PolicyDocument, nodes: readonly Node[]) =>
  nodes.map(({ offset, end }) => text.slice(offset, end));

/** Lists of a statement in which a value stands twice, with the first of each. */
function repeating({ elements }: Statement): { list: ArrayNode; kept: Node[] }[] {
  return ELEMENTS.flatMap((element) => {
    const list = elements.get(element)?.value;
    if (list?.type !== 'array') return [];
    const seen = new Set<string>();
    const kept = list.items.filter((item) => {
      const key = keyOf(item, element);
      return seen.size < seen.add(key).size;
    });
    return kept.length < list.items.length ? [{ list, kept }] : [];
  });
}

/** AWS takes actions in any case, resources as they are. */
function keyOf(node: Node, element: string): string {
  const value = node.type === 'string' ? node.value : '';
  return element.endsWith('Action') ? value.toLowerCase() : value;
}
