import type { Check } from '../check';
import { removeMember } from '../edit';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
export const emptySidValue: Check = {
  code: 'EMPTY_SID_VALUE',
  severity: 'suggestion',
  title: 'Empty Sid',
  description: 'A Sid without text names nothing. Name the statement or leave the Sid out.',
  statement({ sid, elements }, report, { document }) {
    const property = elements.get('Sid');
    if (sid?.value !== '' || !property) return;
    report(sid, 'The Sid is empty. Name the statement or leave the Sid out.', {
      fixes: [
        {
          title: 'Remove the Sid',
          edits: [removeMember(document.text, property)],
          preferred: true,
          safe: true,
        },
      ],
    });
  },
};
