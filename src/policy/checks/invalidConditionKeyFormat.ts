import type { Check } from '../check';
import { renameFix } from '../renameFix';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const invalidConditionKeyFormat: Check = {
  code: 'INVALID_CONDITION_KEY_FORMAT',
  severity: 'error',
  title: 'Condition key without a service',
  description:
    'A condition key is written service:Name, or aws:Name for the global ones. AWS refuses the document.',
  condition({ key, keyNode }, report, { catalog }) {
    if (/^[^:\s]+:\S/.test(key)) return;
    const global = key.includes(':') ? undefined : `aws:${key}`;
    const known = global ? catalog.conditionKey(global) : undefined;
    const name = known?.key.includes('${') ? global : known?.key;
    report(
      keyNode,
      `${JSON.stringify(key)} is no condition key: those are written service:Name or aws:Name.`,
      {
        fixes: name ? renameFix(keyNode, name, { preferred: true }) : [],
      },
    );
  },
};
