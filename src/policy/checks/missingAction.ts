import type { Check } from '../check';
import { insertProperty } from '../edit';
import { hasAlike } from './present';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export const missingAction: Check = {
  code: 'MISSING_ACTION',
  severity: 'error',
  title: 'Action is missing',
  description: 'A statement must have an Action or a NotAction element. AWS refuses the document.',
  statement({ node, elements }, report, { document }) {
    if (elements.has('Action') || elements.has('NotAction')) return;
    if (hasAlike(node, 'Action', 'NotAction')) return;
    const after = elements.get('Principal') ?? elements.get('Effect') ?? elements.get('Sid');
    const edit = insertProperty(document.text, node, 'Action', '[]', after);
    report(
      { offset: node.offset, end: node.offset + 1 },
      'The statement has no Action: say what it allows or denies.',
      { fixes: [{ title: 'Add an Action element', edits: [edit] }] },
    );
  },
};
