import { networkOf, networkText, parseRange } from '../addresses';
import type { Check } from '../check';
import { replaceString } from '../edit';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress */
export const improveIpRange: Check = {
  code: 'IMPROVE_IP_RANGE',
  severity: 'suggestion',
  title: 'Address bits after the prefix',
  description:
    'The bits of the address after the prefix are ignored: the whole range is compared. AWS takes the document; write zeros, or a longer prefix for a single address.',
  condition({ parsed, values }, report) {
    if (parsed.known?.type !== 'IPAddress') return;
    for (const node of values) {
      if (node.type !== 'string') continue;
      const range = parseRange(node.value);
      if (!range || networkOf(range) === range.address) continue;
      const text = networkText(range);
      report(node, `The bits after /${range.prefix} are ignored: this is ${text}.`, {
        fixes: [
          {
            title: `Change to ${text}`,
            edits: [replaceString(node, text)],
            preferred: true,
            safe: true,
          },
        ],
      });
    }
  },
};
