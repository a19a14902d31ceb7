import type { Check, Report } from '../check';
import { removeMember } from '../edit';
import type { Node, Property } from '../syntax';

function checkKeys(node: Node | undefined, text: string, report: Report): void {
  if (node?.type === 'array') {
    for (const item of node.items) if (item.type !== 'string') checkKeys(item, text, report);
  }
  if (node?.type !== 'object') return;
  for (const { value } of node.properties) {
    if (value?.type === 'object' || value?.type === 'array') checkKeys(value, text, report);
  }
  if (areDistinct(node.properties)) return;
  const first = new Map<string, Property>();
  for (const property of node.properties) {
    const earlier = first.get(property.key.value);
    if (!earlier) {
      first.set(property.key.value, property);
      continue;
    }
    const same =
      earlier.value && property.value && slice(text, earlier.value) === slice(text, property.value);
    report(property.key, `The key ${JSON.stringify(property.key.value)} is here twice.`, {
      related: [{ span: earlier.key, message: 'It is here already.' }],
      fixes: [
        {
          title: 'Remove this one',
          edits: [removeMember(text, property)],
          preferred: same === true,
          safe: same === true,
        },
      ],
    });
  }
}

/** Most objects have few keys, for which comparing each with each is the fastest. */
function areDistinct(properties: readonly Property[]): boolean {
  if (properties.length > 12) return false;
  for (let i = 1; i < properties.length; i++) {
    const name = properties[i]?.key.value;
    for (let j = 0; j < i; j++) if (properties[j]?.key.value === name) return false;
  }
  return true;
}

const slice = (text: string, node: Node) => text.slice(node.offset, node.end);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export const duplicateKey: Check = {
  code: 'DUPLICATE_KEY',
  severity: 'error',
  title: 'The same key twice',
  own: true,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  description:
    'A key may stand once in an object. The grammar allows no second one, and most readers of JSON would drop the first without a word.',
  document({ root, text }, report) {
    checkKeys(root, text, report);
  },
};
