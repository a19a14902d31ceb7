import type { Check } from '../check';
import { removeMember } from '../edit';

const SESSION = /^assumed-role\/([^/]+)\//;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-role-session */
export const redundantPrincipalInRoleTrustPolicy: Check = {
  code: 'REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY',
  severity: 'suggestion',
  title: 'A session beside its role',
  description:
    'Sessions of a role are covered by the role itself, which is named in the same statement.',
  kinds: ['trust'],
  statement({ principals }, report, { document }) {
    const roles = new Map(
      principals.flatMap(({ arn, node }) => {
        if (arn?.service !== 'iam' || !arn.resource.startsWith('role/')) return [];
        const name = arn.resource.slice(arn.resource.lastIndexOf('/') + 1);
        return [[`${arn.account} ${name}`, node] as const];
      }),
    );
    if (roles.size === 0) return;
    for (const { arn, node } of principals) {
      const name = arn?.service === 'sts' ? SESSION.exec(arn.resource)?.[1] : undefined;
      const role = name !== undefined && roles.get(`${arn?.account ?? ''} ${name}`);
      if (!role) continue;
      report(node, `The role ${name} is named too, and covers its sessions.`, {
        related: [{ span: role, message: 'This covers it.' }],
        fixes: [
          {
            title: 'Remove the session',
            edits: [removeMember(document.text, node)],
            preferred: true,
            safe: true,
          },
        ],
      });
    }
  },
};
