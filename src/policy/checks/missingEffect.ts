import type { Check } from '../check';
import { insertProperty } from '../edit';
import { hasAlike } from './present';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html */
export const missingEffect: Check = {
  code: 'MISSING_EFFECT',
  severity: 'error',
  title: 'Effect is missing',
  description: 'Each statement must say whether it allows or denies. AWS refuses the document.',
  statement({ node, elements }, report, { document }) {
    if (elements.has('Effect') || hasAlike(node, 'Effect')) return;
    const fix = (effect: string) => ({
      title: `Add "Effect": "${effect}"`,
      edits: [insertProperty(document.text, node, 'Effect', `"${effect}"`, elements.get('Sid'))],
    });
    report(
      { offset: node.offset, end: node.offset + 1 },
      'The statement has no Effect: say Allow or Deny.',
      {
        fixes: [fix('Allow'), fix('Deny')],
      },
    );
  },
};
