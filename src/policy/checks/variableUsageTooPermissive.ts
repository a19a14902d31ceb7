import type { Check } from '../check';
import { isOneOf, valuesOf } from '../conditionValues';
import { sensitiveKeys } from '../facts/conditionKeyRules';
import { replaceNode } from '../edit';
import type { Fix } from '../finding';
import type { Node } from '../syntax';
import { variablesOf } from '../variables';

/** The caller's own account or organization, which the caller cannot choose. */
function ofPrincipal(node: Node, text: string, lowerKey: string): Fix[] {
  if (!/^\$\{[^}]*\}$/.test(text)) return [];
  const own = /account$/.test(lowerKey)
    ? '${aws:PrincipalAccount}'
    : /orgid$/.test(lowerKey)
      ? '${aws:PrincipalOrgID}'
      : undefined;
  if (own === undefined) return [];
  return [{ title: `Change to ${own}`, edits: [replaceNode(node, JSON.stringify(own))] }];
}

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
      if (!loose) continue;
      report(node, `${loose.name} must not decide on ${key}: write the value itself.`, {
        fixes: ofPrincipal(node, text, lowerKey),
      });
    }
  },
};
