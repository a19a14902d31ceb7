import type { Check } from '../check';
import { replaceNode } from '../edit';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean */
export const invalidConditionMultipleBoolean: Check = {
  code: 'INVALID_CONDITION_MULTIPLE_BOOLEAN',
  severity: 'error',
  title: 'Several boolean values',
  description: 'A Bool condition takes one value: with both the condition would always hold.',
  condition({ parsed, values, property }, report) {
    if (parsed.known?.type !== 'Bool' || values.length < 2 || !property.value) return;
    const { value } = property;
    report(value, 'A Bool condition takes one value, true or false.', {
      fixes: ['"true"', '"false"'].map((text) => ({
        title: `Change to ${text}`,
        edits: [replaceNode(value, text)],
      })),
    });
  },
};
