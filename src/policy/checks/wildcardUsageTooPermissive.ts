import type { Check } from '../check';
import { isOneOf, valuesOf } from '../conditionValues';
import { sensitiveKeys } from '../facts/conditionKeyRules';
import { hasPlainWildcard } from '../variables';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive */
export const wildcardUsageTooPermissive: Check = {
  code: 'WILDCARD_USAGE_TOO_PERMISSIVE',
  severity: 'error',
  title: 'Wildcard in an account, organization or network',
  description:
    'A part of an account number, of an organization or of a network id says nothing. Name them in full.',
  condition(condition, report) {
    const { parsed, lowerKey, key } = condition;
    if (!parsed.known?.wildcards || !isOneOf(lowerKey, sensitiveKeys)) return;
    // A star alone asks only whether the key is there, which is another finding.
    for (const { node, text } of valuesOf(condition)) {
      if (/[^*]/.test(text) && hasPlainWildcard(text))
        report(node, `A wildcard in ${key} serves no purpose: write the whole value.`);
    }
  },
};
