import type { Check } from '../check';
import { changeOperator } from '../conditionEdit';
import { stringLikeForArn } from '../facts/roles';
import { keyFacts, plainValues } from '../keyFacts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN */
export const stringLikeOperatorWithArnConditionKeys: Check = {
  code: 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS',
  severity: 'security-warning',
  title: 'An ARN compared as text',
  description:
    'Under StringLike a wildcard crosses the colons of an ARN and can match more than is meant. ArnLike compares part by part.',
  condition(entry, report, { catalog, document }) {
    const { known, base } = entry.parsed;
    const instead = known && stringLikeForArn[known.name];
    if (!instead || keyFacts(catalog, entry.lowerKey)?.type !== 'ARN') return;
    const operator = entry.operator.replace(base, instead);
    const fits = plainValues(entry).every(({ value }) => value.startsWith('arn:'));
    const edits = fits ? changeOperator(document.text, entry, operator) : undefined;
    report(
      entry.keyNode,
      `Under ${known.name} a wildcard crosses the parts of the ARN in ${entry.key}: ${operator} compares part by part.`,
      { fixes: edits ? [{ title: `Change to ${operator}`, edits, preferred: true }] : [] },
    );
  },
};
