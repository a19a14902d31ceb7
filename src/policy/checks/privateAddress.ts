import { isPrivate, parseRange } from '../addresses';
import type { Check } from '../check';
import { removeMember } from '../edit';
import { renameFix } from '../renameFix';
import type { Severity } from '../finding';
import type { Node } from '../syntax';

const isPrivateText = (node: Node) => {
  const range = node.type === 'string' ? parseRange(node.value) : undefined;
  return range !== undefined && isPrivate(range);
};

/** aws:SourceIp has the public address of the requester: four findings about private ones. */
function privateAddress(facts: {
  code: string;
  severity: Severity;
  operator: 'IpAddress' | 'NotIpAddress';
  /** All values are private, or some. */
  all: boolean;
  effect: string;
}): Check {
  return {
    code: facts.code,
    severity: facts.severity,
    title: `Private address under ${facts.operator}`,
    description: `aws:SourceIp is the public address of the requester, so a private one ${facts.effect}. The private address of requests through a VPC endpoint is in aws:VpcSourceIp.`,
    condition({ parsed, lowerKey, property, values }, report, { document }) {
      if (lowerKey !== 'aws:sourceip' || parsed.known?.name !== facts.operator) return;
      const found = values.filter(isPrivateText);
      if (found.length === 0 || (found.length === values.length) !== facts.all) return;
      const message = `aws:SourceIp is a public address, so a private one ${facts.effect}.`;
      if (facts.all && property.value) {
        const title = 'Change the key to aws:VpcSourceIp';
        report(property.value, message, {
          fixes: renameFix(property.key, 'aws:VpcSourceIp', { title }),
        });
        return;
      }
      for (const node of found) {
        const edits = [removeMember(document.text, node)];
        report(node, message, {
          fixes: [{ title: 'Remove the private address', edits, preferred: true, safe: true }],
        });
      }
    },
  };
}

const NEVER = 'never matches';
const ALWAYS = 'excludes nothing';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip */
const privateIpAddress = privateAddress({
  code: 'PRIVATE_IP_ADDRESS',
  severity: 'error',
  operator: 'IpAddress',
  all: true,
  effect: NEVER,
});

const privateNotIpAddress = privateAddress({
  code: 'PRIVATE_NOT_IP_ADDRESS',
  severity: 'error',
  operator: 'NotIpAddress',
  all: true,
  effect: ALWAYS,
});

const privateIpAddressSubset = privateAddress({
  code: 'PRIVATE_IP_ADDRESS_SUBSET',
  severity: 'suggestion',
  operator: 'IpAddress',
  all: false,
  effect: NEVER,
});

const privateNotIpAddressSubset = privateAddress({
  code: 'PRIVATE_NOT_IP_ADDRESS_SUBSET',
  severity: 'suggestion',
  operator: 'NotIpAddress',
  all: false,
  effect: ALWAYS,
});

export const privateAddressChecks: readonly Check[] = [
  privateIpAddress,
  privateNotIpAddress,
  privateIpAddressSubset,
  privateNotIpAddressSubset,
];
