import type { Check } from '../check';
import { parseOperator } from '../conditionOperators';
import { replaceString } from '../edit';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists */
export const nullWithIfExists: Check = {
  code: 'NULL_WITH_IF_EXISTS',
  severity: 'error',
  title: 'Null with IfExists',
  description:
    'Null asks whether a key exists, so IfExists cannot be added to it. AWS refuses the document.',
  statement({ condition }, report) {
    if (!condition) return;
    for (const { key } of condition.properties) {
      const { known, ifExists } = parseOperator(key.value);
      if (known?.name !== 'Null' || !ifExists) continue;
      report(key, 'IfExists cannot be added to Null.', {
        fixes: [
          {
            title: 'Change to Null',
            edits: [replaceString(key, key.value.replace(/ifexists$/i, ''))],
            preferred: true,
          },
        ],
      });
    }
  },
};
