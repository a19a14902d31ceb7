import { documentOf, type PolicyDocument } from './document';
import { parseSyntax } from './syntaxParser';

/** Characters. The largest policy of AWS has 152,297; the largest quota is a tenth of that. */
export const MAX_LENGTH = 1_000_000;

/**
 * Text → policy, tolerant: never throws, whatever the text is. What is wrong with the text as JSON
 * is in `tree.problems`; an empty list means that JSON.parse takes it too. A text of more than
 * `MAX_LENGTH` characters is not read: its tree is empty.
 */
export function parsePolicy(text: string): PolicyDocument {
  if (text.length > MAX_LENGTH) return documentOf({ text, problems: [], comments: [], between: 0 });
  return documentOf(parseSyntax(text));
}
