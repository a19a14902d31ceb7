import type { Check } from '../check';
import { parseOperator } from '../conditionOperators';
import { renameFix } from '../renameFix';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null */
export const nullWithQualifier: Check = {
  code: 'NULL_WITH_QUALIFIER',
  severity: 'suggestion',
  title: 'Null with ForAllValues or ForAnyValue',
  description:
    'Null asks whether a key is there, not for its values: with ForAllValues it is always met, with ForAnyValue it never is when the key is missing.',
  statement({ condition }, report) {
    if (!condition) return;
    for (const { key } of condition.properties) {
      const { known, qualifier } = parseOperator(key.value);
      if (known?.name !== 'Null' || qualifier === undefined) continue;
      report(key, `Null takes no ${qualifier}: it asks whether the key is there.`, {
        fixes: renameFix(key, 'Null', { preferred: true }),
      });
    }
  },
};
