import type { Check } from '../check';
import { valuesOf } from '../conditionValues';
import { VPC_ENDPOINT_ID } from '../facts/roles';
import { networkIdFix } from '../networkIdFix';
import { hasWildcard } from '../pattern';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpce */
export const invalidVpceFormat: Check = {
  code: 'INVALID_VPCE_FORMAT',
  severity: 'error',
  title: 'No id of a VPC endpoint',
  description:
    'The condition key holds the id of a VPC endpoint: vpce- and 8 or 17 characters. Nothing else can equal it.',
  condition(condition, report) {
    if (condition.lowerKey !== 'aws:sourcevpce' || condition.parsed.known?.type !== 'String')
      return;
    for (const { node, text } of valuesOf(condition)) {
      if (VPC_ENDPOINT_ID.test(text) || hasWildcard(text) || text.includes('${')) continue;
      report(
        node,
        `${JSON.stringify(text)} is no id of a VPC endpoint: those are vpce- and 8 or 17 characters.`,
        { fixes: networkIdFix(condition, node, text) },
      );
    }
  },
};
