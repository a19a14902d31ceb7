import type { Check } from '../check';
import { insertProperty } from '../edit';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html */
export const missingStatement: Check = {
  code: 'MISSING_STATEMENT',
  severity: 'error',
  title: 'Statement is missing',
  description: 'A policy without a Statement element says nothing. AWS refuses it.',
  document({ root, elements, text }, report) {
    if (!root || elements.has('Statement')) return;
    if (root.properties.some(({ key }) => key.value.toLowerCase() === 'statement')) return;
    const edit = insertProperty(text, root, 'Statement', '[]', root.properties.at(-1));
    report({ offset: root.offset, end: root.offset + 1 }, 'The policy has no Statement element.', {
      fixes: root.closed
        ? [{ title: 'Add an empty list of statements', edits: [edit], preferred: true }]
        : [],
    });
  },
};
