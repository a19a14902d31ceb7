import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What the scripts fetch and make beside the build: browsers, VS Code, throw-away profiles. */
export const cache = path.join(root, '.vscode-test');

/**
 * @param {...string} parts
 * @returns {string} absolute path below the repository's root
 */
export function fromRoot(...parts) {
  return path.join(root, ...parts);
}
