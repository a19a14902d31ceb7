import type { PolicyDocument, Statement } from '../document';
import type { TextEdit } from '../finding';
import { listText } from '../layout';
import { isPlain, meaningBut } from '../meaning';
import { changeElements } from '../statementEdit';
import { itemsOf, type Node } from '../syntax';
import { counted, type Offer, type Refactoring } from './refactoring';

/** Statements that are compared; a document with more has no such offer. */
const MAX_STATEMENTS = 500;

/**
 * Makes one statement of several that differ in their Action only, or in their Resource only. The
 * first one keeps its Sid.
 */
export const mergeStatements: Refactoring = {
  id: 'mergeStatements',
  kind: 'refactor.inline',
  find({ document, statements }) {
    if (document.statements.length > MAX_STATEMENTS) return [];
    const [first] = statements;
    if (!first) return [];
    return (['Action', 'Resource'] as const).flatMap((element) => {
      const alike = mergeable(document, first, element);
      const chosen = statements.length > 1 ? alike.filter((s) => statements.includes(s)) : alike;
      return chosen.length > 1 ? [offer(document, chosen, element)] : [];
    });
  },
};

/** Statements of the document that are like this one but for the element and their Sid. */
function mergeable(
  { statements }: PolicyDocument,
  first: Statement,
  element: 'Action' | 'Resource',
): Statement[] {
  if (!first.elements.has(element)) return [];
  const meaning = meaningBut(first, [element, 'Sid']);
  return statements.filter(
    (statement) =>
      statement.effect === first.effect &&
      statement.elements.has(element) &&
      isPlain(statement) &&
      meaningBut(statement, [element, 'Sid']) === meaning,
  );
}

function offer(
  { text, elements }: PolicyDocument,
  alike: readonly Statement[],
  element: 'Action' | 'Resource',
): Offer {
  const [first, ...others] = alike as [Statement, ...Statement[]];
  const nodes = alike.flatMap((statement) => itemsOf(statement.elements.get(element)?.value));
  const seen = new Set<string>();
  const values = nodes.filter((node) => {
    const key = keyOf(node, element);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const texts = values.map((node) => text.slice(node.offset, node.end));
  const value = first.elements.get(element)?.value ?? first.node;
  return {
    title: `Merge ${counted(alike.length, 'statement')} that differ in ${element} only`,
    edits: () => [
      ...changeElements(text, first, { [element]: listText(text, value, texts) }),
      ...removals(
        itemsOf(elements.get('Statement')?.value),
        new Set(others.map((statement) => statement.node)),
      ),
    ],
  };
}

/** AWS takes actions in any case, resources as they are. */
function keyOf(node: Node, element: string): string {
  const value = node.type === 'string' ? node.value : '';
  return element === 'Action' ? value.toLowerCase() : value;
}

/** Takes statements behind the first one out; those that follow each other by one edit. */
function removals(all: readonly Node[], gone: ReadonlySet<Node>): TextEdit[] {
  const edits: TextEdit[] = [];
  all.forEach((node, i) => {
    const before = all[i - 1];
    if (!gone.has(node) || !before) return;
    const last = edits.at(-1);
    if (last && gone.has(before)) last.end = node.end;
    else edits.push({ offset: before.end, end: node.end, text: '' });
  });
  return edits;
}
