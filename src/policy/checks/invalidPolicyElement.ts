import type { Check, Report } from '../check';
import { removeMember, renameProperty } from '../edit';
import { documentElements, statementElements, type Element } from '../elements';
import type { Fix } from '../finding';
import { nearest } from '../nearest';
import type { ObjectNode } from '../syntax';

const namesOf = (elements: readonly Element[]) => new Set(elements.map(({ name }) => name));
const ofDocument = namesOf(documentElements);
const ofStatement = namesOf(statementElements);

function checkNames(node: ObjectNode, names: Set<string>, text: string, report: Report) {
  let present: Set<string> | undefined;
  for (const property of node.properties) {
    const name = property.key.value;
    if (names.has(name)) continue;
    present ??= new Set(node.properties.map(({ key }) => key.value));
    const near = nearest(name, names)?.name;
    const fixes: Fix[] = [];
    if (near && !present.has(near)) {
      fixes.push({
        title: `Rename to ${near}`,
        edits: [renameProperty(property, near)],
        preferred: true,
      });
    }
    fixes.push({ title: `Remove ${JSON.stringify(name)}`, edits: [removeMember(text, property)] });
    const hint = near ? ` Did you mean ${near}?` : '';
    report(property.key, `There is no policy element ${JSON.stringify(name)} here.${hint}`, {
      fixes,
    });
  }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export const invalidPolicyElement: Check = {
  code: 'INVALID_POLICY_ELEMENT',
  severity: 'error',
  title: 'Unknown policy element',
  description:
    'The policy language has no element of this name at this place. Names are case-sensitive. AWS refuses the document.',
  document({ root, text }, report) {
    if (root) checkNames(root, ofDocument, text, report);
  },
  statement({ node }, report, { document }) {
    checkNames(node, ofStatement, document.text, report);
  },
};
