import type { Check } from '../check';
import { replaceString } from '../edit';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const missingArnField: Check = {
  code: 'MISSING_ARN_FIELD',
  severity: 'error',
  title: 'ARN with too few fields',
  description:
    'An ARN has six fields: arn:partition:service:region:account:resource. Those that do not apply are empty, but their colons stay. AWS refuses the document.',
  resource({ text, node, arn }, report) {
    if (arn || !text.startsWith('arn:') || /^arn:\*+$/.test(text)) return;
    const parts = text.split(':');
    const [, partition = '', service = '', ...rest] = parts;
    const fixed = rest.length === 1 ? `arn:${partition}:${service}:::${rest[0] ?? ''}` : undefined;
    report(
      node,
      `The ARN has ${parts.length} of its six fields. Fields that do not apply are empty, but their colons stay.`,
      {
        // IAM takes a star at the end for all that is missing.
        ...(text.endsWith('*') && parts.length > 3 ? { severity: 'warning' } : {}),
        fixes:
          fixed && service === 's3'
            ? [
                {
                  title: `Change to ${fixed}`,
                  edits: [replaceString(node, fixed)],
                  preferred: true,
                },
              ]
            : [],
      },
    );
  },
};
