import type { Check } from '../check';
import { replaceString } from '../edit';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const invalidArnServiceCase: Check = {
  code: 'INVALID_ARN_SERVICE_CASE',
  severity: 'error',
  title: 'Service of an ARN in capitals',
  description: 'The service in an ARN is in lower case. With capitals the ARN names nothing.',
  resource({ arn, node, text }, report) {
    if (!arn || arn.service.includes('${')) return;
    const lower = arn.service.toLowerCase();
    if (lower === arn.service) return;
    const fixed = text.replace(/^(arn:[^:]*:)[^:]*/, `$1${lower}`);
    report(node, `The service of an ARN is in lower case: ${lower}, not ${arn.service}.`, {
      fixes: [
        { title: `Change to ${fixed}`, edits: [replaceString(node, fixed)], preferred: true },
      ],
    });
  },
};
