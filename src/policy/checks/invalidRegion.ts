import type { Check } from '../check';
import { valuesOf } from '../conditionValues';
import { replaceNode } from '../edit';
import { regions } from '../facts/partitions';
import { nearest } from '../nearest';
import { hasWildcard } from '../pattern';

/** https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export const invalidRegion: Check = {
  code: 'INVALID_REGION',
  severity: 'error',
  title: 'Unknown Region',
  description: 'There is no Region of this name, so no request is ever sent there.',
  condition(condition, report) {
    if (condition.lowerKey !== 'aws:requestedregion' || condition.parsed.known?.type !== 'String')
      return;
    for (const { node, text } of valuesOf(condition)) {
      if (text.includes('${') || regions.includes(text) || text === 'global') continue;
      if (hasWildcard(text)) continue;
      const near = nearest(text, regions, 2)?.name;
      report(
        node,
        `There is no Region ${JSON.stringify(text)}.${near ? ` Did you mean ${near}?` : ''}`,
        {
          severity: near ? 'error' : 'warning',
          fixes: near
            ? [{ title: `Change to ${near}`, edits: [replaceNode(node, JSON.stringify(near))] }]
            : [],
        },
      );
    }
  },
};
