import type { Check } from '../check';
import { changeOperator } from '../conditionEdit';
import { hasPlainWildcard } from '../variables';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String */
export const wildcardWithoutLikeOperator: Check = {
  code: 'WILDCARD_WITHOUT_LIKE_OPERATOR',
  severity: 'warning',
  title: 'Wildcard under an operator that takes none',
  description:
    'StringEquals and its like compare * and ? as the characters that they are. AWS takes the document, and the condition compares with the star itself.',
  condition(entry, report, { document }) {
    const { known, base } = entry.parsed;
    if (known?.type !== 'String' || known.wildcards) return;
    for (const node of entry.values) {
      if (node.type !== 'string' || !hasPlainWildcard(node.value)) continue;
      const operator = entry.operator.replace(base, known.negated ? 'StringNotLike' : 'StringLike');
      const edits = changeOperator(document.text, entry, operator);
      report(
        node,
        `${known.name} compares ${JSON.stringify(node.value)} as it stands: a wildcard wants ${operator}.`,
        { fixes: edits ? [{ title: `Change to ${operator}`, edits, preferred: true }] : [] },
      );
    }
  },
};
