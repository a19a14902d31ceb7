import type { Check } from '../check';
import { replaceNode } from '../edit';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
export const invalidConditionDataType: Check = {
  code: 'INVALID_CONDITION_DATA_TYPE',
  severity: 'error',
  title: 'Values of different types under one condition key',
  description:
    'The values of one condition key must be of one type: all texts, all numbers or all booleans.',
  condition({ values }, report) {
    const [first] = values;
    const other = values.find(({ type }) => type !== first?.type);
    if (
      !first ||
      !other ||
      other.type === 'null' ||
      other.type === 'object' ||
      other.type === 'array'
    )
      return;
    const fixes =
      other.type === 'string'
        ? []
        : [
            {
              title: 'Put it in double quotes',
              edits: [replaceNode(other, JSON.stringify(other.value))],
              preferred: true,
            },
          ];
    report(other, 'The values of a condition key must be of one type.', { fixes });
  },
};
