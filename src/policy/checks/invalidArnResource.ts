import type { Check } from '../check';
import { replaceString } from '../edit';
import { nearest } from '../nearest';
import { hasWildcard } from '../pattern';
import { typePatterns, typesOfResource } from '../resourceFit';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const invalidArnResource: Check = {
  code: 'INVALID_ARN_RESOURCE',
  severity: 'error',
  title: 'Resource part of an ARN that fits no resource type',
  description:
    'The service has no resource type whose ARNs look like this, so the ARN names nothing. A warning where the service catalog may only be older than the type.',
  resource({ arn, node, text }, report, { catalog }) {
    if (!arn || hasWildcard(arn.service) || !catalog.service(arn.service)) return;
    const all = typePatterns(catalog.resourceTypes(arn.service));
    if (all.length === 0 || typesOfResource(catalog, arn.service, arn.resource).length > 0) return;
    const [word = ''] = arn.resource.split(/[/:]/);
    const words = [...new Set(all.map((type) => /^[^/:*]+/.exec(type.arn.resource)?.[0] ?? ''))];
    const near =
      word === ''
        ? undefined
        : nearest(
            word,
            words.filter((each) => each !== ''),
            2,
          )?.name;
    const resource = near === undefined ? '' : near + arn.resource.slice(word.length);
    const fits = near !== word && typesOfResource(catalog, arn.service, resource).length > 0;
    const fixed = fits ? text.slice(0, text.length - arn.resource.length) + resource : undefined;
    report(
      node,
      `${JSON.stringify(arn.resource)} fits no resource type of ${arn.service} that is known as of ${catalog.date}.`,
      {
        severity: fixed && !hasWildcard(text) ? 'error' : 'warning',
        fixes: fixed
          ? [{ title: `Change to ${fixed}`, edits: [replaceString(node, fixed)], preferred: true }]
          : [],
      },
    );
  },
};
