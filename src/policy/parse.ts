import { documentOf, type PolicyDocument } from './document';
import { parseSyntax } from './syntaxParser';

/**
 * Text → policy, tolerant: never throws, whatever the text is. What is wrong with the text as JSON
 * is in `tree.problems`; an empty list means that JSON.parse takes it too.
 */
export function parsePolicy(text: string): PolicyDocument {
  return documentOf(parseSyntax(text));
}
