import type { Check } from '../check';
import { hasWildcard } from '../pattern';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const wildcardInServiceName: Check = {
  code: 'WILDCARD_IN_SERVICE_NAME',
  severity: 'suggestion',
  title: 'Wildcard in the service of an ARN',
  description: 'The ARN also names resources of services that do not exist yet. Name the service.',
  resource({ arn, node }, report) {
    if (!arn || !hasWildcard(arn.service)) return;
    report(node, 'The wildcard in the service also names services that do not exist yet.');
  },
};
