import type { Check } from '../check';
import { insertProperty } from '../edit';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
export const missingVersion: Check = {
  code: 'MISSING_VERSION',
  severity: 'warning',
  title: 'Version is missing',
  description:
    'Without a Version the policy is read as of 2008-10-17, in which policy variables are plain text.',
  document({ root, elements, text }, report) {
    if (!root || elements.has('Version') || !elements.has('Statement')) return;
    if (root.properties.some(({ key }) => key.value.toLowerCase() === 'version')) return;
    report(
      { offset: root.offset, end: root.offset + 1 },
      'The policy has no Version, so it is read as of 2008-10-17. Add "Version": "2012-10-17".',
      {
        fixes: [
          {
            title: 'Add "Version": "2012-10-17"',
            edits: [insertProperty(text, root, 'Version', '"2012-10-17"')],
            preferred: true,
          },
        ],
      },
    );
  },
};
