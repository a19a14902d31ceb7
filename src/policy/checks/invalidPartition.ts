import type { Check } from '../check';
import { replaceString } from '../edit';
import { partitions } from '../facts/partitions';
import { nearest } from '../nearest';
import { matchesPattern } from '../pattern';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const invalidPartition: Check = {
  code: 'INVALID_PARTITION',
  severity: 'error',
  title: 'Unknown partition',
  description: 'There is no partition of this name, so the ARN names nothing.',
  resource({ arn, node, text }, report) {
    if (!arn || arn.partition.includes('${')) return;
    const names = partitions.map(({ id }) => id);
    if (names.some((name) => matchesPattern(arn.partition, name))) return;
    const near = arn.partition.includes('china')
      ? 'aws-cn'
      : (nearest(arn.partition, names)?.name ?? 'aws');
    const fixed = text.replace(/^arn:[^:]*:/, `arn:${near}:`);
    report(
      node,
      `There is no partition ${JSON.stringify(arn.partition)}. The partitions are ${names.join(', ')}.`,
      {
        fixes: [
          { title: `Change to ${fixed}`, edits: [replaceString(node, fixed)], preferred: true },
        ],
      },
    );
  },
};
