import type { Check } from '../check';
import { replaceString } from '../edit';
import { versions } from '../elements';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html */
export const invalidVersion: Check = {
  code: 'INVALID_VERSION',
  severity: 'error',
  title: 'Unknown version of the policy language',
  description:
    'The Version is 2012-10-17 or 2008-10-17; it is no date of one’s own. AWS refuses the document.',
  document({ elements }, report) {
    const value = elements.get('Version')?.value;
    if (value?.type !== 'string' || Object.hasOwn(versions, value.value)) return;
    report(
      value,
      `There is no version ${JSON.stringify(value.value)} of the policy language. Use "2012-10-17".`,
      {
        fixes: [
          {
            title: 'Change to "2012-10-17"',
            edits: [replaceString(value, '2012-10-17')],
            preferred: true,
          },
        ],
      },
    );
  },
};
