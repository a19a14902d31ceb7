import type { Check } from '../check';
import { replaceString } from '../edit';
import { hasWildcard } from '../pattern';
import { type TypePattern, typesOfResource } from '../resourceFit';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const arnRegionNotAllowed: Check = {
  code: 'ARN_REGION_NOT_ALLOWED',
  severity: 'error',
  title: 'Region in an ARN that has none',
  description:
    'ARNs of this resource type have no Region; the field is empty. With one the ARN names nothing.',
  resource({ arn, node, text }, report, { catalog }) {
    if (!arn || arn.region === '' || hasWildcard(arn.region) || arn.region.includes('${')) return;
    const types = typesOfResource(catalog, arn.service, arn.resource);
    if (types.length === 0 || types.some((type) => type.arn.region !== '')) return;
    const fixed = text.replace(`:${arn.region}:`, '::');
    report(node, `ARNs of ${named(types)} have no Region: leave the field empty.`, {
      fixes: [
        { title: `Change to ${fixed}`, edits: [replaceString(node, fixed)], preferred: true },
      ],
    });
  },
};

const named = (types: readonly TypePattern[]) =>
  [...new Set(types.map(({ type }) => type.name))].slice(0, 3).join(', ');
