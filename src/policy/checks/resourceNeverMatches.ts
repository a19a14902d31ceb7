import { parseArn } from '../arn';
import type { Check } from '../check';
import { replaceString } from '../edit';
import { hasWildcard } from '../pattern';
import { fitsType, typePatterns } from '../resourceFit';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const resourceNeverMatches: Check = {
  code: 'RESOURCE_NEVER_MATCHES',
  severity: 'warning',
  title: 'Resource that no action of the statement can be about',
  own: true,
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  description:
    'The ARN fits none of the resource types that the actions of the statement work on, so it has no effect there. Actions that are not limited to resources need "*".',
  kinds: ['identity', 'boundary', 'session', 'endpoint', 'scp', 'rcp'],
  statement(statement, report, { catalog }) {
    const { actions, resources } = statement;
    if (
      actions.length === 0 ||
      actions.some(
        ({ element, name, service }) =>
          element === 'NotAction' || hasWildcard(name) || hasWildcard(service),
      )
    )
      return;
    const known = actions.flatMap(({ service, name }) => catalog.action(service, name) ?? []);
    if (known.length < actions.length) return;
    const types = known.flatMap(({ resourceTypes }) => resourceTypes.map(({ type }) => type));
    const patterns = types.flatMap((type) => typePatterns([type]));
    for (const { element, arn, node, text } of resources) {
      if (element === 'NotResource' || !arn || hasWildcard(arn.service)) continue;
      if (patterns.some((pattern) => fitsType(arn, pattern))) continue;
      const objects = arn.service === 's3' && !text.includes('/') ? `${text}/*` : undefined;
      const objectArn = objects && parseArn(objects);
      const helps = objectArn && patterns.some((pattern) => fitsType(objectArn, pattern));
      report(node, 'No action of the statement can be about this resource, so it has no effect.', {
        fixes: helps
          ? [{ title: `Change to ${objects}`, edits: [replaceString(node, objects)] }]
          : [],
      });
    }
  },
};
