import type { Check } from '../check';
import { removalFix } from '../removeValue';
import { resourcePolicyServices } from '../facts/resourcePolicies';
import { hasWildcard } from '../pattern';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const unsupportedResourceArnInPolicy: Check = {
  code: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
  severity: 'error',
  title: 'Resource of another service in a policy of a resource',
  description:
    'The policy of a resource is about that resource. The service refuses ARNs of other services.',
  kinds: ['resource'],
  resource(resource, report, { service, document }) {
    const { arn, node } = resource;
    if (!arn || !service || hasWildcard(arn.service) || arn.service.includes('${')) return;
    const known = resourcePolicyServices().get(service);
    if (!known) return;
    const allowed = [service, ...known.alsoActions];
    if (allowed.includes(arn.service.toLowerCase())) return;
    report(
      node,
      `The policy is on a resource of ${service} and cannot name one of ${arn.service}.`,
      { fixes: removalFix(document, resource) },
    );
  },
};
