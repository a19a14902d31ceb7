import type { ActionValue, PolicyDocument } from './document';
import type { TextEdit } from './finding';
import { listText } from './layout';
import { freeSid, takenSids } from './sid';
import { copyStatement, replaceStatement, type Changes } from './statementEdit';

/**
 * Moves an action out of its statement into one of its own behind it, with other values there.
 * Undefined where it is the only one, or stands in NotAction.
 */
export function ownStatement(
  document: PolicyDocument,
  action: ActionValue,
  changes: Changes,
): TextEdit | undefined {
  const { text } = document;
  const { statement } = action;
  const value = statement.elements.get('Action')?.value;
  const rest = statement.actions.filter((other) => other !== action);
  if (value?.type !== 'array' || action.element !== 'Action' || rest.length === 0) return undefined;
  const list = (actions: readonly ActionValue[]) =>
    listText(
      text,
      value,
      actions.map((each) => JSON.stringify(each.text)),
    );
  const sid = statement.sid && freeSid(statement.sid.value, takenSids(document));
  return replaceStatement(document, statement, [
    copyStatement(text, statement, { Action: list(rest) }),
    copyStatement(text, statement, {
      ...(sid === undefined ? {} : { Sid: JSON.stringify(sid) }),
      Action: list([action]),
      ...changes,
    }),
  ]);
}
