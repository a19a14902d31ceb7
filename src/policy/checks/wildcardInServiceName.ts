import type { Check } from '../check';
import { hasWildcard } from '../pattern';

const MESSAGE = 'The wildcard in the service also names services that do not exist yet.';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const wildcardInServiceName: Check = {
  code: 'WILDCARD_IN_SERVICE_NAME',
  severity: 'suggestion',
  title: 'Wildcard in the name of a service',
  description:
    'The ARN or action also names services that do not exist yet. Name the service, or write "*" where every one is meant.',
  resource({ arn, node }, report) {
    if (!arn || !hasWildcard(arn.service)) return;
    report(node, MESSAGE);
  },
  action({ service, node }, report) {
    if (service !== '*' && hasWildcard(service)) report(node, MESSAGE);
  },
};
