import { replaceNode } from '../edit';
import { listText } from '../layout';
import { shrinkActionList } from '../shrinkActionList';
import { onlyStatement, type Refactoring } from './refactoring';

/** A list of actions as fewer patterns that stand for the same actions of the catalog. */
export const shrinkActions: Refactoring = {
  id: 'shrinkActions',
  kind: 'refactor.rewrite',
  find(context) {
    const statement = onlyStatement(context);
    const value = statement?.elements.get(statement.actions[0]?.element ?? '')?.value;
    if (!statement || value?.type !== 'array') return [];
    const before = statement.actions.map(({ text }) => text);
    const after = shrinkActionList(context.catalog, before);
    if (after.length >= before.length) return [];
    const texts = after.map((text) => JSON.stringify(text));
    return [
      {
        title: `Shrink ${before.length} actions to ${after.length} with patterns`,
        edits: () => [replaceNode(value, listText(context.document.text, value, texts))],
      },
    ];
  },
};
