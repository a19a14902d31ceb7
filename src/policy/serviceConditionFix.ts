import { conditionFix } from './conditionEdit';
import type { PolicyDocument, Statement } from './document';
import type { Fix } from './finding';
import { objectText } from './layout';
import { ownStatement } from './ownStatement';

/** To be written over with the service that is meant. */
const SERVICE = 'SERVICE.amazonaws.com';

/**
 * A condition on the service that an action is for: on the statement where the action is its only
 * one, else on one of its own, for other actions have no such key. An action that a pattern holds
 * cannot be moved.
 */
export function serviceConditionFix(
  document: PolicyDocument,
  statement: Statement,
  { action, serviceKey }: { action: string; serviceKey: string },
): Fix[] {
  if (statement.actions.length === 1) {
    return conditionFix(document, statement, ['StringEquals', serviceKey, SERVICE]);
  }
  const holder = statement.actions.find(({ text }) => text.toLowerCase() === action.toLowerCase());
  if (!holder || statement.elements.has('Condition')) return [];
  const { text } = document;
  const entry = objectText(text, statement.node, serviceKey, JSON.stringify(SERVICE));
  const Condition = objectText(text, statement.node, 'StringEquals', entry);
  const edit = ownStatement(document, holder, { Condition });
  const title = `Move ${action} to a statement of its own with a condition on ${serviceKey}`;
  return edit ? [{ title, edits: [edit] }] : [];
}
