import type { Check } from '../check';
import type { PolicyDocument } from '../document';
import { replaceNode } from '../edit';
import { identityQuotas, type SizeQuota } from '../facts/sizeQuotas';
import type { Fix, Severity } from '../finding';
import type { PolicyKind } from '../kind';
import { quotaOf, sizeOf } from '../size';
import { toValue, type SyntaxTree } from '../syntax';

const count = (number: number) => number.toLocaleString('en');

/** A policy that is longer than AWS takes: a finding for each family of kinds. */
function policySize(facts: {
  code: string;
  severity: Severity;
  what: string;
  kinds: readonly PolicyKind[];
}): Check {
  return {
    code: facts.code,
    severity: facts.severity,
    title: `Too long for ${facts.what}`,
    description: `AWS refuses ${facts.what} that is longer than its quota. In IAM white space is not counted; Organizations and most resources count all that is sent.`,
    kinds: facts.kinds,
    document(document, report, { kind, service }) {
      const { text, root, tree } = document;
      if (!root) return;
      const quota = quotaOf(kind, service);
      if (!quota || atMost(tree, quota) <= quota.maximum) return;
      const size = sizeOf(text, quota);
      if (size <= quota.maximum) return;
      const at = { offset: root.offset, end: root.offset + 1 };
      report(at, message(size, quota, kind), { fixes: fixesOf(document, quota) });
    },
  };
}

/** More than the size never is, without reading the text. No character takes more than three bytes. */
function atMost({ text, between, comments }: SyntaxTree, { unit, counting }: SizeQuota): number {
  if (unit === 'bytes') return text.length * 3;
  const countsAll = counting === 'as-stored' || comments.length > 0;
  return countsAll ? text.length : text.length - between;
}

/** White space out, where it counts and that is enough. */
function fixesOf({ root, tree }: PolicyDocument, quota: SizeQuota): Fix[] {
  if (quota.counting !== 'as-stored' || !root || tree.problems.length > 0) return [];
  const minified = JSON.stringify(toValue(root));
  if (sizeOf(minified, quota) > quota.maximum) return [];
  return [{ title: 'Remove the white space', edits: [replaceNode(root, minified)] }];
}

function message(
  size: number,
  quota: { what: string; maximum: number; unit: string; counting: string; onRequest?: number },
  kind: PolicyKind,
): string {
  const counted = quota.counting === 'without-whitespace' ? ', white space not counted' : '';
  const more = quota.onRequest === undefined ? '' : `, ${count(quota.onRequest)} on request`;
  const inline =
    kind === 'identity' && size <= identityQuotas.role.maximum
      ? ' Only a role can have it as an inline policy.'
      : '';
  return `The policy has ${count(size)} ${quota.unit}${counted}; AWS takes at most ${count(quota.maximum)} in a ${quota.what}${more}.${inline}`;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length */
const policySizeIdentity = policySize({
  code: 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA',
  severity: 'warning',
  what: 'a policy of users, groups and roles',
  kinds: ['identity', 'boundary', 'session'],
});

const policySizeResource = policySize({
  code: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
  severity: 'warning',
  what: 'a policy of a resource',
  kinds: ['resource', 'endpoint'],
});

const policySizeTrust = policySize({
  code: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
  severity: 'warning',
  what: 'a role trust policy',
  kinds: ['trust'],
});

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html */
const policySizeScp = policySize({
  code: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA',
  severity: 'error',
  what: 'a service control policy',
  kinds: ['scp'],
});

const policySizeRcp = policySize({
  code: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA',
  severity: 'error',
  what: 'a resource control policy',
  kinds: ['rcp'],
});

export const policySizeChecks: readonly Check[] = [
  policySizeIdentity,
  policySizeResource,
  policySizeTrust,
  policySizeScp,
  policySizeRcp,
];
