import type { Check } from '../check';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html */
export const allowWithNotPrincipal: Check = {
  code: 'ALLOW_WITH_NOT_PRINCIPAL',
  severity: 'security-warning',
  title: 'Allow with NotPrincipal',
  description:
    'NotPrincipal with Allow lets in everyone but those named, people without an AWS account included.',
  statement({ effect, elements }, report) {
    const property = elements.get('NotPrincipal');
    if (effect !== 'Allow' || !property) return;
    report(
      property.key,
      'This allows everyone but those named, anonymous requests included: name who may by Principal.',
    );
  },
};
