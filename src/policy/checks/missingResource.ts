import type { Check } from '../check';
import { insertProperty } from '../edit';
import { hasAlike } from './present';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const missingResource: Check = {
  code: 'MISSING_RESOURCE',
  severity: 'error',
  title: 'Resource is missing',
  description:
    'A statement must have a Resource or a NotResource element, except in the trust policy of a role. AWS refuses the document.',
  kinds: ['identity', 'scp', 'rcp', 'boundary', 'session', 'endpoint'],
  statement({ node, elements }, report, { document }) {
    if (elements.has('Resource') || elements.has('NotResource')) return;
    if (hasAlike(node, 'Resource', 'NotResource')) return;
    const after = elements.get('Action') ?? elements.get('NotAction') ?? elements.get('Effect');
    const edit = insertProperty(document.text, node, 'Resource', '"*"', after);
    report(
      { offset: node.offset, end: node.offset + 1 },
      'The statement has no Resource: say what its actions may be used on.',
      { fixes: [{ title: 'Add "Resource": "*"', edits: [edit] }] },
    );
  },
};
