import type { Check } from '../check';
import { renameFix } from '../renameFix';
import { replacedKeys } from '../facts/conditionKeyRules';

const byKey = new Map(replacedKeys.map((entry) => [entry.key.toLowerCase(), entry]));

function replaced(
  facts: Pick<Check, 'code' | 'severity' | 'title' | 'description'>,
  unsupported: boolean,
): Check {
  return {
    ...facts,
    condition({ lowerKey, key, keyNode }, report) {
      const entry = byKey.get(lowerKey);
      if (entry?.unsupported !== unsupported) return;
      const does = unsupported ? 'AWS does not evaluate it any more' : 'it can go away';
      report(keyNode, `${key} was replaced by ${entry.instead.join(' or ')}, and ${does}.`, {
        fixes: entry.instead.flatMap((name) =>
          renameFix(keyNode, name, { preferred: entry.instead.length === 1 }),
        ),
      });
    },
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const deprecatedGlobalConditionKey = replaced(
  {
    code: 'DEPRECATED_GLOBAL_CONDITION_KEY',
    severity: 'warning',
    title: 'A global condition key that was replaced',
    description: 'AWS has another key in its place and recommends it. The old one still works.',
  },
  false,
);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const unsupportedGlobalConditionKey = replaced(
  {
    code: 'UNSUPPORTED_GLOBAL_CONDITION_KEY',
    severity: 'error',
    title: 'A global condition key that is gone',
    description: 'AWS does not evaluate the key any more: it is missing from every request.',
  },
  true,
);
