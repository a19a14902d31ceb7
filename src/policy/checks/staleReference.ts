import type { Check } from '../check';
import { UNIQUE_ID } from '../facts/roles';
import { removalFix } from '../removeValue';

/** A principal that was deleted is shown by its unique id: two findings, by the id's prefix. */
function staleReference(facts: { code: string; prefix: string; what: string }): Check {
  return {
    code: facts.code,
    severity: 'warning',
    title: `The id of a ${facts.what} that is gone`,
    description: `AWS shows the unique id of a ${facts.what} in place of its ARN when the ${facts.what} was deleted. The id matches nobody; a new ${facts.what} of the same name has another one.`,
    principal(principal, report, { document }) {
      const { type, text, node } = principal;
      if (type !== 'AWS' || !text.startsWith(facts.prefix) || !UNIQUE_ID.test(text)) return;
      report(
        node,
        `${text} is the id of a ${facts.what} that was deleted, and matches nobody: write the ARN of a ${facts.what} that exists.`,
        { fixes: removalFix(document, principal) },
      );
    },
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
export const invalidRoleReference = staleReference({
  code: 'INVALID_ROLE_REFERENCE',
  prefix: 'AROA',
  what: 'role',
});

export const invalidUserReference = staleReference({
  code: 'INVALID_USER_REFERENCE',
  prefix: 'AIDA',
  what: 'user',
});
