import type { Check } from '../check';
import { replaceString } from '../edit';
import { hasWildcard } from '../pattern';
import { typesOfResource } from '../resourceFit';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const missingArnRegion: Check = {
  code: 'MISSING_ARN_REGION',
  severity: 'error',
  title: 'ARN without its Region',
  description:
    'ARNs of this resource type have a Region. Without one, or "*" in its place, the ARN names nothing.',
  resource({ arn, node, text }, report, { catalog }) {
    if (arn?.region !== '' || hasWildcard(arn.service)) return;
    const types = typesOfResource(catalog, arn.service, arn.resource);
    if (types.length === 0 || types.some((type) => type.arn.region === '')) return;
    const fixed = text.replace(/^(arn:[^:]*:[^:]*:)/, '$1*');
    report(node, `ARNs of ${arn.service} have a Region: name it, or write "*" for all.`, {
      severity: hasWildcard(text) ? 'warning' : 'error',
      fixes: [
        { title: `Change to ${fixed}`, edits: [replaceString(node, fixed)], preferred: true },
      ],
    });
  },
};
