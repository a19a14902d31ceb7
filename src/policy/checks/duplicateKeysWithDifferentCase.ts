import type { Check } from '../check';
import type { Property } from '../syntax';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
export const duplicateKeysWithDifferentCase: Check = {
  code: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  severity: 'error',
  title: 'The same condition key twice, in another case',
  description:
    'Condition keys are the same in any case, so an operator must not have both. AWS refuses the document.',
  statement({ condition }, report) {
    if (!condition) return;
    for (const { value } of condition.properties) {
      if (value?.type !== 'object' || value.properties.length < 2) continue;
      const first = new Map<string, Property>();
      for (const property of value.properties) {
        const lower = property.key.value.toLowerCase();
        const earlier = first.get(lower);
        if (earlier && earlier.key.value !== property.key.value) {
          report(
            property.key,
            `The key ${property.key.value} is here already as ${earlier.key.value}.`,
            {
              related: [{ span: earlier.key, message: 'It is here already.' }],
            },
          );
        }
        if (!earlier) first.set(lower, property);
      }
    }
  },
};
