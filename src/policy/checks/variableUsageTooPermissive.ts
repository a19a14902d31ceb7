import type { Check } from '../check';
import { isOneOf, valuesOf } from '../conditionValues';
import { sensitiveKeys } from '../facts/conditionKeyRules';
import { variablesOf } from '../variables';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive */
export const variableUsageTooPermissive: Check = {
  code: 'VARIABLE_USAGE_TOO_PERMISSIVE',
  severity: 'error',
  title: 'Variable where an account, organization or network belongs',
  description:
    'Who can set what the variable stands for chooses the account, organization or network.',
  condition(condition, report) {
    const { lowerKey, key } = condition;
    if (!isOneOf(lowerKey, sensitiveKeys)) return;
    for (const { node, text } of valuesOf(condition)) {
      const loose = variablesOf(text).find(
        ({ name }) => !isOneOf(name.toLowerCase(), sensitiveKeys),
      );
      if (loose) report(node, `${loose.name} must not decide on ${key}: write the value itself.`);
    }
  },
};
