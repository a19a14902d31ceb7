import type { Check } from '../check';
import { removeMember, replaceNode } from '../edit';
import type { Fix } from '../finding';
import { listText } from '../layout';
import { itemsOf, type Property } from '../syntax';

/** Values of both under the first key, or the first alone. */
function fixesOf(text: string, earlier: Property, property: Property): Fix[] {
  const removal = removeMember(text, property);
  const remove = { title: 'Remove this one', edits: [removal] };
  const { value } = earlier;
  const overlaps = removal.offset < earlier.end;
  if (!value || !property.value || overlaps) return [remove];
  const all = [...itemsOf(value), ...itemsOf(property.value)];
  const texts = all.map(({ offset, end }) => text.slice(offset, end));
  const list = replaceNode(value, listText(text, value, [...new Set(texts)]));
  return [{ title: `Move its values to ${earlier.key.value}`, edits: [list, removal] }, remove];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
export const duplicateKeysWithDifferentCase: Check = {
  code: 'DUPLICATE_KEYS_WITH_DIFFERENT_CASE',
  severity: 'error',
  title: 'The same condition key twice, in another case',
  description:
    'Condition keys are the same in any case, so an operator must not have both. AWS refuses the document.',
  statement({ condition }, report, { document }) {
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
              fixes: fixesOf(document.text, earlier, property),
            },
          );
        }
        if (!earlier) first.set(lower, property);
      }
    }
  },
};
