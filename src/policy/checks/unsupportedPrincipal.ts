import type { Check } from '../check';
import { removeMember } from '../edit';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
export const unsupportedPrincipal: Check = {
  code: 'UNSUPPORTED_PRINCIPAL',
  severity: 'error',
  title: 'Principal in a policy of a user, group or role',
  description:
    'A policy that is attached to a principal applies to that principal and must not name one. AWS refuses the document.',
  kinds: ['identity', 'boundary', 'session'],
  statement({ elements }, report, { document }) {
    for (const name of ['Principal', 'NotPrincipal']) {
      const property = elements.get(name);
      if (!property) continue;
      report(property.key, `${name} is not allowed in a policy of a user, group or role.`, {
        fixes: [
          {
            title: `Remove ${name}`,
            edits: [removeMember(document.text, property)],
            preferred: true,
          },
        ],
      });
    }
  },
};
