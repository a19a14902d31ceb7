import { addAction } from '../addAction';
import type { Check } from '../check';
import { actionsForKeys } from '../facts/conditionKeyRules';
import { matchesPattern } from '../pattern';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html */
export const missingActionForConditionKey: Check = {
  code: 'MISSING_ACTION_FOR_CONDITION_KEY',
  severity: 'error',
  title: 'Condition key without the action that brings it',
  description:
    'A request only has the key when another action is called, which the statement must list as well.',
  conditionInStatement({ lowerKey, key, keyNode, statement, parsed }, report, { document }) {
    const needed = actionsForKeys.find((entry) => entry.key.toLowerCase() === lowerKey);
    if (!needed || statement.effect !== 'Allow' || parsed.known?.name === 'Null') return;
    const lower = needed.action.toLowerCase();
    if (
      statement.elements.has('NotAction') ||
      statement.actions.some(({ text }) => matchesPattern(text.toLowerCase(), lower))
    )
      return;
    const edit = addAction(document.text, statement, needed.action);
    report(
      keyNode,
      `A request has ${key} only when ${needed.action} is allowed too: list it in the statement.`,
      {
        fixes: edit ? [{ title: `Add ${needed.action}`, edits: [edit], preferred: true }] : [],
      },
    );
  },
};
