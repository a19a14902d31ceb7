import type { Catalog } from '../catalog/catalog';
import type { ActionValue, PolicyDocument, Statement } from '../document';
import { replaceNode } from '../edit';
import { expandAction } from '../expand';
import { listText } from '../layout';
import { hasWildcard } from '../pattern';
import { counted, onlyStatement, touches, type Offer, type Refactoring } from './refactoring';

/** A list of more actions would be longer than any policy may be. */
const MAX_ACTIONS = 1_000;

/**
 * A pattern, or all of a statement, as the actions that it stands for in the catalog. The policy
 * then no longer takes in actions that AWS adds.
 */
export const expandPatterns: Refactoring = {
  id: 'expandPatterns',
  kind: 'refactor.inline',
  find(context) {
    const { document, catalog, selection } = context;
    const statement = onlyStatement(context);
    if (!statement) return [];
    const patterns = statement.actions.filter(({ text }) => hasWildcard(text));
    const touched = patterns.find(({ node }) => touches(selection, node));
    const sets = [touched ? [touched] : [], patterns.length > 1 || !touched ? patterns : []];
    return sets.flatMap((each) => offer(document, catalog, statement, each));
  },
};

function offer(
  document: PolicyDocument,
  catalog: Catalog,
  { actions, elements }: Statement,
  patterns: readonly ActionValue[],
): Offer[] {
  const [first] = patterns;
  const value = first && elements.get(first.element)?.value;
  if (!value) return [];
  const listed = new Set<string>();
  let count = 0;
  for (const action of actions) {
    const names = patterns.includes(action) ? expandAction(catalog, action.text) : [];
    count += names.length;
    if (count > MAX_ACTIONS) return [];
    // A pattern that stands for nothing that is known stays.
    if (names.length === 0) listed.add(action.text);
    for (const { service, name } of names) listed.add(`${service}:${name}`);
  }
  if (count === 0) return [];
  const what = patterns.length === 1 ? first.text : `all ${patterns.length} patterns`;
  return [
    {
      title: `Expand ${what} to ${counted(count, 'action')}`,
      edits: () => {
        const texts = [...listed].map((text) => JSON.stringify(text));
        return [replaceNode(value, listText(document.text, value, texts))];
      },
    },
  ];
}
