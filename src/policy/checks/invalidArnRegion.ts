import type { Check } from '../check';
import { replaceString } from '../edit';
import { regions } from '../facts/partitions';
import { nearest } from '../nearest';
import { hasWildcard, matchesPattern } from '../pattern';

/** https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export const invalidArnRegion: Check = {
  code: 'INVALID_ARN_REGION',
  severity: 'error',
  title: 'Unknown Region in an ARN',
  description: 'There is no Region of this name, so the ARN names nothing.',
  resource({ arn, node, text }, report) {
    if (!arn || arn.region === '' || arn.region.includes('${') || /^[<[]/.test(arn.region)) return;
    if (regions.some((region) => matchesPattern(arn.region, region))) return;
    const near = hasWildcard(arn.region) ? undefined : nearest(arn.region, regions, 2)?.name;
    const fixed = near ? text.replace(`:${arn.region}:`, `:${near}:`) : undefined;
    report(
      node,
      `There is no Region ${JSON.stringify(arn.region)}.${near ? ` Did you mean ${near}?` : ''}`,
      {
        fixes: fixed ? [{ title: `Change to ${fixed}`, edits: [replaceString(node, fixed)] }] : [],
      },
    );
  },
};
