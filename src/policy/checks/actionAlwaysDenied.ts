import type { Check } from '../check';
import type { ActionValue, PolicyDocument, ResourceValue, Statement } from '../document';
import { covers } from '../pattern';
import { removalFix } from '../removeValue';

/** Comparisons; a document that would need more is not looked at further. */
const LIMIT = 200_000;

interface Denial {
  value: ActionValue;
  text: string;
  resources: readonly ResourceValue[];
}

const everyone = ({ principals, elements }: Statement) =>
  elements.has('NotPrincipal')
    ? false
    : principals.length === 0 || principals.some(({ text }) => text === '*');

/** What is denied to everyone whatever the request. */
function denials({ statements }: PolicyDocument): Denial[] {
  return statements
    .filter(
      (statement) =>
        statement.effect === 'Deny' &&
        !statement.elements.has('Condition') &&
        !statement.elements.has('NotAction') &&
        !statement.elements.has('NotResource') &&
        everyone(statement),
    )
    .flatMap(({ actions, resources }) =>
      actions.map((value) => ({ value, text: value.text.toLowerCase(), resources })),
    );
}

/** Whether each resource of the statement is among the denied ones; without resources there is but one. */
function areDenied({ resources, elements }: Statement, denied: readonly ResourceValue[]): boolean {
  if (elements.has('NotResource')) return denied.some(({ text }) => text === '*');
  if (resources.length === 0) return denied.length === 0;
  return resources.every(({ text }) => denied.some((other) => covers(other.text, text)));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export const actionAlwaysDenied: Check = {
  code: 'ACTION_ALWAYS_DENIED',
  severity: 'warning',
  title: 'Allowed here, denied always',
  own: true,
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  description:
    'Another statement denies the action on the same resources without a condition. A Deny always wins, so this allows nothing.',
  document(document, report) {
    const denied = denials(document);
    if (denied.length === 0) return;
    let left = LIMIT;
    for (const statement of document.statements) {
      if (statement.effect !== 'Allow') continue;
      for (const action of statement.actions) {
        if (action.element !== 'Action') continue;
        left -= denied.length;
        if (left < 0) return;
        const text = action.text.toLowerCase();
        const by = denied.find(
          (denial) => covers(denial.text, text) && areDenied(statement, denial.resources),
        );
        if (!by) continue;
        report(
          action.node,
          `Another statement denies ${action.text} always, so this allows nothing.`,
          {
            related: [{ span: by.value.node, message: 'It is denied here.' }],
            fixes: removalFix(document, action),
          },
        );
      }
    }
  },
};
