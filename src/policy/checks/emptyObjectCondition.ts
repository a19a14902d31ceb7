import type { Check } from '../check';
import { removeMember } from '../edit';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
export const emptyObjectCondition: Check = {
  code: 'EMPTY_OBJECT_CONDITION',
  severity: 'suggestion',
  title: 'Empty condition',
  description: 'A Condition, or an operator in it, that holds nothing limits nothing.',
  statement({ elements }, report, { document }) {
    const condition = elements.get('Condition');
    if (condition?.value?.type !== 'object') return;
    const empty = [condition, ...condition.value.properties].filter(
      ({ value }) => value?.type === 'object' && value.properties.length === 0 && value.closed,
    );
    for (const property of empty) {
      const name = property.key.value;
      report(property.value ?? property, `${name} is empty and limits nothing.`, {
        fixes: [
          {
            title: `Remove ${name}`,
            edits: [removeMember(document.text, property)],
            preferred: true,
            safe: property === condition,
          },
        ],
      });
    }
  },
};
