import type { Check } from '../check';
import type { Statement } from '../document';
import { replaceString } from '../edit';
import type { Fix } from '../finding';
import { overlaps } from '../pattern';

const PREFIX = /^(?:\*+|arn:)/;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const invalidArnPrefix: Check = {
  code: 'INVALID_ARN_PREFIX',
  severity: 'error',
  title: 'Resource that is no ARN',
  description: 'A resource is "*" or an ARN, which begins with arn:. AWS refuses the document.',
  resource({ text, node, statement }, report, context) {
    if (PREFIX.test(text) || text.startsWith('${')) return;
    // API Gateway completes these: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html
    if (context.kind === 'resource' && text.startsWith('execute-api:/')) return;
    if (text.includes('*') && overlaps(text, 'arn:*')) return;
    const fixes: Fix[] = [];
    if (/^ar[a-z]?:|^a[a-z]n:/i.test(text)) {
      const fixed = text.replace(/^[^:]*:/, 'arn:');
      fixes.push({
        title: `Change to ${fixed}`,
        edits: [replaceString(node, fixed)],
        preferred: true,
      });
    } else if (isBucketName(text) && namesS3(statement)) {
      const fixed = `arn:aws:s3:::${text}`;
      fixes.push({
        title: `Change to ${fixed}`,
        edits: [replaceString(node, fixed)],
        preferred: true,
      });
    }
    report(node, `${JSON.stringify(text)} is no ARN: a resource is "*" or begins with arn:.`, {
      fixes,
    });
  },
};

const namesS3 = ({ actions }: Statement) =>
  actions.some(({ service }) => service.toLowerCase() === 's3');

const isBucketName = (text: string) => /^[a-z0-9][a-z0-9.-]{1,62}(?:\/.*)?$/.test(text);
