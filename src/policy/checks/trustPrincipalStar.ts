import type { Check } from '../check';
import { replaceNode } from '../edit';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous */
export const roleTrustPolicyUnsupportedWildcardInPrincipal: Check = {
  code: 'ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL',
  severity: 'error',
  title: 'A bare star in a trust policy',
  description:
    'A trust policy does not take "Principal": "*". Under AWS a star stands for every account; narrow it by a condition.',
  kinds: ['trust'],
  principal({ type, text, node, element }, report) {
    if (type !== '*' || text !== '*' || element !== 'Principal') return;
    const edits = node.parent?.type === 'property' ? [replaceNode(node, '{ "AWS": "*" }')] : [];
    report(node, 'A trust policy does not take a bare "*": name who may assume the role.', {
      fixes: edits.length > 0 ? [{ title: 'Change to { "AWS": "*" }', edits }] : [],
    });
  },
};
