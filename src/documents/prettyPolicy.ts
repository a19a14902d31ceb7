import { applyEdits, format } from 'jsonc-parser';

/**
 * The text to show for a stored policy. One that has lines already is somebody's layout and stays
 * as it is, so that a saved document comes back byte for byte.
 */
export function prettyPolicy(stored: string): string {
  if (/\n/.test(stored.trim())) return stored;
  const options = { tabSize: 2, insertSpaces: true, eol: '\n' };
  return applyEdits(stored, format(stored, undefined, options));
}
