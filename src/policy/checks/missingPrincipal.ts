import type { Check } from '../check';
import { insertProperty } from '../edit';
import { hasAlike } from './present';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const missingPrincipal: Check = {
  code: 'MISSING_PRINCIPAL',
  severity: 'error',
  title: 'Principal is missing',
  description:
    'A policy of a resource or a role must say in each statement who it is about. AWS refuses the document.',
  kinds: ['resource', 'trust', 'rcp'],
  statement({ node, elements }, report, { document }) {
    if (elements.has('Principal') || elements.has('NotPrincipal')) return;
    if (hasAlike(node, 'Principal', 'NotPrincipal')) return;
    const edit = insertProperty(
      document.text,
      node,
      'Principal',
      '{ "AWS": "" }',
      elements.get('Effect') ?? elements.get('Sid'),
    );
    report(
      { offset: node.offset, end: node.offset + 1 },
      'The statement has no Principal: say who it is about.',
      { fixes: [{ title: 'Add a Principal element', edits: [edit] }] },
    );
  },
};
