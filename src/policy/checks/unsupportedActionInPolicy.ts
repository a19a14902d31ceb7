import type { Check } from '../check';
import { removeMember } from '../edit';
import { resourcePolicyServices } from '../facts/resourcePolicies';
import type { Fix } from '../finding';
import type { ActionValue } from '../document';
import { hasWildcard } from '../pattern';

function fixesOf({ node, text }: ActionValue, document: string): Fix[] {
  if (node.parent?.type !== 'array' || node.parent.items.length < 2) return [];
  return [{ title: `Remove ${text}`, edits: [removeMember(document, node)] }];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html */
export const unsupportedActionInPolicy: Check = {
  code: 'UNSUPPORTED_ACTION_IN_POLICY',
  severity: 'error',
  title: 'An action that the policy cannot be about',
  description:
    'A policy on a resource has actions of that resource’s service, and a trust policy those of STS. AWS refuses the document.',
  kinds: ['resource', 'trust'],
  action(action, report, { kind, service, document, catalog }) {
    const own = action.service.toLowerCase();
    if (own === '' || hasWildcard(own) || !catalog.service(own)) return;
    if (kind === 'trust') {
      if (own === 'sts') return;
      report(action.node, `A trust policy has actions of STS, which ${action.text} is not.`, {
        fixes: fixesOf(action, document.text),
      });
      return;
    }
    const policy = service === undefined ? undefined : resourcePolicyServices().get(service);
    if (!policy || own === service || policy.alsoActions.includes(own)) return;
    report(
      action.node,
      `A ${policy.what} does not take ${action.text}, which is of another service.`,
      {
        fixes: fixesOf(action, document.text),
      },
    );
  },
};
