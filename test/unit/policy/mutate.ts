/** Pieces that are put into a policy's text: punctuation, wildcards, variables, and what JSON forbids. */
const pieces = [
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '*',
  '?',
  '${',
  '}',
  "'",
  '\\',
  '\\u',
  '\ud800',
  '\u0000',
  '\ufeff',
  '//',
  '/*',
  '"Action"',
  '"Condition": {}',
  'null',
  '1e999',
  'arn:aws:',
  'ForAllValues:',
];

/** The text with one to four changes at places that follow from the seed: cut, doubled, put in, swapped. */
export function mutated(text: string, seed: number): string {
  let state = seed;
  const next = (limit: number) => {
    state = (state * 48271 + 11) % 2147483647;
    return state % Math.max(1, limit);
  };
  let result = text;
  for (let i = next(4); i >= 0; i--) {
    const at = next(result.length + 1);
    const end = Math.min(result.length, at + next(30));
    const part = result.slice(at, end);
    const put = [pieces[next(pieces.length)] ?? '', '', part + part, part.toLowerCase()];
    result = result.slice(0, at) + (put[next(4)] ?? '') + result.slice(end);
  }
  return result;
}
