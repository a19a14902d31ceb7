import { value, type ValueSource } from './source';

/** Values that the same key has elsewhere in the document. */
export const used: ValueSource = ({ key, place }, { document }) => {
  const found = new Set<string>();
  for (const { conditions } of document.statements) {
    for (const { lowerKey, values } of conditions) {
      if (lowerKey !== key) continue;
      for (const node of values) {
        if (node.type === 'string' && node !== place.node && node.value !== '')
          found.add(node.value);
      }
    }
  }
  return [...found].map((text) => value(text, 4, 'used in this document'));
};
