import type { Check } from '../check';
import { replaceString } from '../edit';
import { hasWildcard } from '../pattern';
import { typesOfResource } from '../resourceFit';

/** Services with resources of AWS's own, such as documents and managed views, whose ARNs have no account. */
const ownedByAws: ReadonlySet<string> = new Set(['ssm', 'resource-explorer-2']);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const missingArnAccount: Check = {
  code: 'MISSING_ARN_ACCOUNT',
  severity: 'error',
  title: 'ARN without its account',
  description:
    'ARNs of this resource type have an account. Without one, or "*" in its place, the ARN names nothing.',
  resource({ arn, node, text }, report, { catalog }) {
    if (arn?.account !== '' || hasWildcard(arn.service) || ownedByAws.has(arn.service)) return;
    const types = typesOfResource(catalog, arn.service, arn.resource);
    if (types.length === 0 || types.some((type) => type.arn.account === '')) return;
    const fixed = text.replace(/^(arn:[^:]*:[^:]*:[^:]*:)/, '$1*');
    report(node, `ARNs of ${arn.service} have an account: name it, or write "*" for all.`, {
      severity: hasWildcard(text) ? 'warning' : 'error',
      fixes: [
        { title: `Change to ${fixed}`, edits: [replaceString(node, fixed)], preferred: true },
      ],
    });
  },
};
