import type { Check } from '../check';
import { parseOperator } from '../conditionOperators';
import { renameFix } from '../renameFix';

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
        fixes: renameFix(key, key.value.replace(/ifexists$/i, ''), {
          title: 'Change to Null',
          preferred: true,
        }),
      });
    }
  },
};
