import { indentAt, indentUnit, replaceNode } from '../edit';
import { outdented } from '../layout';
import { statementList as listOf } from '../statementEdit';
import type { Refactoring } from './refactoring';

/** The only statement as a list of one, and the other way round. AWS takes both. */
export const statementList: Refactoring = {
  id: 'statementList',
  kind: 'refactor.rewrite',
  find({ document: { elements, text } }) {
    const value = elements.get('Statement')?.value;
    if (value?.type === 'object') {
      const list = listOf(text, value, [text.slice(value.offset, value.end)]);
      return [{ title: 'Write Statement as a list', edits: () => [replaceNode(value, list)] }];
    }
    const only = value?.type === 'array' && value.items.length === 1 ? value.items[0] : undefined;
    if (!value || only?.type !== 'object') return [];
    const inside = indentAt(text, only.offset).length > indentAt(text, value.offset).length;
    const own = text.slice(only.offset, only.end);
    const alone = inside ? outdented(own, indentUnit(text)) : own;
    return [{ title: 'Write Statement without a list', edits: () => [replaceNode(value, alone)] }];
  },
};
