import { insertProperty } from '../edit';
import type { Refactoring } from './refactoring';

/**
 * Adds the current Version where there is none. Not where the text holds `${`: without a Version
 * that is plain text, with it a policy variable, and the finding MISSING_VERSION offers it.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
export const addVersion: Refactoring = {
  id: 'addVersion',
  kind: 'refactor.rewrite',
  find({ document: { root, elements, text } }) {
    if (!root || elements.has('Version') || text.includes('${')) return [];
    const edit = insertProperty(text, root, 'Version', '"2012-10-17"');
    return [{ title: 'Add "Version": "2012-10-17"', edits: () => [edit] }];
  },
};
