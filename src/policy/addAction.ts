import type { Statement } from './document';
import { appendItem, replaceNode } from './edit';
import type { TextEdit } from './finding';

/** Puts an action into a statement's Action, which becomes a list where it was a single one. */
export function addAction(
  text: string,
  statement: Statement,
  action: string,
): TextEdit | undefined {
  const value = statement.elements.get('Action')?.value;
  if (value?.type === 'array') return appendItem(text, value, JSON.stringify(action));
  if (value?.type === 'string') {
    return replaceNode(value, `[${JSON.stringify(value.value)}, ${JSON.stringify(action)}]`);
  }
  return undefined;
}
