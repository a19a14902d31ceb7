import type { PolicyDocument, ResourceValue, Statement } from '../document';
import { listText } from '../layout';
import { capital, freeSid, takenSids } from '../sid';
import { copyStatement, replaceStatement } from '../statementEdit';
import { counted, type Offer } from './refactoring';

/** A part of a statement: some of its actions, with all of its resources or those that they are about. */
export interface Part {
  /** What the part is about, for its Sid; empty when there is no word for it. */
  name: string;
  /** Worked out when the statement is split. */
  actions: () => string[];
  resources?: readonly ResourceValue[];
}

/** More parts than this make a policy longer, not clearer. */
const MAX_PARTS = 20;

/** Puts several statements in the place of one; nothing when there would be one part only. */
export function splitOffer(
  by: string,
  document: PolicyDocument,
  statement: Statement,
  parts: readonly Part[],
): Offer[] {
  if (parts.length < 2 || parts.length > MAX_PARTS) return [];
  return [
    {
      title: `Split into ${counted(parts.length, 'statement')} by ${by}`,
      edits: () => [replaceStatement(document, statement, copiesOf(document, statement, parts))],
    },
  ];
}

function copiesOf(
  document: PolicyDocument,
  statement: Statement,
  parts: readonly Part[],
): string[] {
  const taken = takenSids(document);
  if (statement.sid) taken.delete(statement.sid.value);
  return parts.map((part) => copyOf(part, document.text, statement, taken));
}

function copyOf(
  { name, actions, resources }: Part,
  text: string,
  statement: Statement,
  taken: Set<string>,
): string {
  const action = statement.elements.get('Action')?.value;
  const resource = statement.elements.get('Resource')?.value;
  const changes: Record<string, string> = {};
  if (action) changes['Action'] = listText(text, action, actions().map(json));
  if (resource && resources && resources.length < statement.resources.length) {
    changes['Resource'] = listText(
      text,
      resource,
      resources.map((each) => json(each.text)),
    );
  }
  if (statement.sid) {
    const sid = freeSid(`${statement.sid.value}${capital(name)}`, taken);
    taken.add(sid);
    changes['Sid'] = json(sid);
  }
  return copyStatement(text, statement, changes);
}

const json = (text: string) => JSON.stringify(text);

/** Whether a statement lists its actions one by one or by patterns of one service each. */
export function isSplittable({ actions, elements }: Statement): boolean {
  return (
    elements.has('Action') &&
    actions.length > 0 &&
    actions.every(({ service }) => service !== '' && !/[*?]/.test(service))
  );
}
