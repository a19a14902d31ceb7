import type { Check } from '../check';
import { replaceString } from '../edit';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
export const unsupportedSid: Check = {
  code: 'UNSUPPORTED_SID',
  severity: 'error',
  title: 'Characters in a Sid that IAM does not take',
  description: 'In IAM a Sid has letters and digits only. AWS refuses the document.',
  kinds: ['identity', 'boundary', 'session', 'trust'],
  statement({ sid }, report) {
    if (!sid || /^[A-Za-z0-9]*$/.test(sid.value)) return;
    const repaired = sid.value
      .replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => next?.toUpperCase() ?? '')
      .replace(/[^A-Za-z0-9]/g, '');
    report(
      sid,
      `The Sid ${JSON.stringify(sid.value)} holds characters other than A-Z, a-z and 0-9.`,
      {
        fixes: [
          {
            title: `Change to ${JSON.stringify(repaired)}`,
            edits: [replaceString(sid, repaired)],
            preferred: true,
          },
        ],
      },
    );
  },
};
