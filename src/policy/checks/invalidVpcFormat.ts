import type { Check } from '../check';
import { valuesOf } from '../conditionValues';
import { VPC_ID } from '../facts/roles';
import { networkIdFix } from '../networkIdFix';
import { hasWildcard } from '../pattern';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc */
export const invalidVpcFormat: Check = {
  code: 'INVALID_VPC_FORMAT',
  severity: 'error',
  title: 'No id of a VPC',
  description:
    'The condition key holds the id of a VPC: vpc- and 8 or 17 characters. Nothing else can equal it.',
  condition(condition, report) {
    if (condition.lowerKey !== 'aws:sourcevpc' || condition.parsed.known?.type !== 'String') return;
    for (const { node, text } of valuesOf(condition)) {
      if (VPC_ID.test(text) || hasWildcard(text) || text.includes('${')) continue;
      report(
        node,
        `${JSON.stringify(text)} is no id of a VPC: those are vpc- and 8 or 17 characters.`,
        { fixes: networkIdFix(condition, node, text) },
      );
    }
  },
};
