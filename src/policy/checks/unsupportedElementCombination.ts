import type { Check } from '../check';
import { removeMember } from '../edit';

const pairs = [
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
  ['Principal', 'NotPrincipal'],
] as const;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export const unsupportedElementCombination: Check = {
  code: 'UNSUPPORTED_ELEMENT_COMBINATION',
  severity: 'error',
  title: 'An element and its opposite in one statement',
  description:
    'A statement has Action or NotAction, Resource or NotResource, Principal or NotPrincipal, never both. AWS refuses the document.',
  statement({ elements }, report, { document }) {
    for (const [name, opposite] of pairs) {
      const plain = elements.get(name);
      const negated = elements.get(opposite);
      if (!plain || !negated) continue;
      const second = plain.offset < negated.offset ? negated : plain;
      report(second.key, `A statement cannot have both ${name} and ${opposite}.`, {
        fixes: [plain, negated].map((property) => ({
          title: `Remove ${property.key.value}`,
          edits: [removeMember(document.text, property)],
        })),
      });
    }
  },
};
