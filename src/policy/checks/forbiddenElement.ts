import type { Check } from '../check';
import { removeMember } from '../edit';
import type { PolicyKind } from '../kind';

/** An element that a kind of policy does not take: the findings of several kinds are the same but for it. */
function forbiddenElement(facts: {
  code: string;
  kind: PolicyKind;
  elements: readonly string[];
  why: string;
  /** Whether the rest of the statement can stand without it. */
  removable: boolean;
}): Check {
  const { code, kind, elements: names, why, removable } = facts;
  return {
    code,
    severity: 'error',
    title: `${names.join(' or ')} where it is not taken`,
    description: `${why} AWS refuses the document.`,
    kinds: [kind],
    statement({ elements }, report, { document }) {
      for (const name of names) {
        const property = elements.get(name);
        if (!property) continue;
        const edits = [removeMember(document.text, property)];
        report(property.key, `${name} is not allowed here. ${why}`, {
          fixes: removable ? [{ title: `Remove ${name}`, edits, preferred: true }] : [],
        });
      }
    },
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-custom.html */
const roleTrustPolicySyntaxErrorNotPrincipal = forbiddenElement({
  code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL',
  kind: 'trust',
  elements: ['NotPrincipal'],
  why: 'A trust policy names who may assume the role by Principal.',
  removable: false,
});

const roleTrustPolicySyntaxErrorResource = forbiddenElement({
  code: 'ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE',
  kind: 'trust',
  elements: ['Resource', 'NotResource'],
  why: 'A trust policy is about its own role and names no resource.',
  removable: true,
});

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html */
const scpSyntaxErrorPrincipal = forbiddenElement({
  code: 'SCP_SYNTAX_ERROR_PRINCIPAL',
  kind: 'scp',
  elements: ['Principal', 'NotPrincipal'],
  why: 'A service control policy is about every principal of its accounts; a condition on aws:PrincipalArn narrows it.',
  removable: true,
});

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
const rcpSyntaxErrorNotAction = forbiddenElement({
  code: 'RCP_SYNTAX_ERROR_NOTACTION',
  kind: 'rcp',
  elements: ['NotAction'],
  why: 'A resource control policy names its actions by Action.',
  removable: false,
});

export const forbiddenElementChecks: readonly Check[] = [
  roleTrustPolicySyntaxErrorNotPrincipal,
  roleTrustPolicySyntaxErrorResource,
  scpSyntaxErrorPrincipal,
  rcpSyntaxErrorNotAction,
];
