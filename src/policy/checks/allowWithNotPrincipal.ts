import type { Check } from '../check';
import { renameProperty, replaceString } from '../edit';
import type { Statement } from '../document';
import type { Fix } from '../finding';
import type { Property } from '../syntax';

/** Allow those named, or deny all others: both are what people mean by it. */
function fixesOf({ elements }: Statement, property: Property): Fix[] {
  const effect = elements.get('Effect')?.value;
  const positive = { title: 'Change to Principal', edits: [renameProperty(property, 'Principal')] };
  return [
    ...(elements.has('Principal') ? [] : [positive]),
    ...(effect?.type === 'string'
      ? [{ title: 'Change the Effect to Deny', edits: [replaceString(effect, 'Deny')] }]
      : []),
  ];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html */
export const allowWithNotPrincipal: Check = {
  code: 'ALLOW_WITH_NOT_PRINCIPAL',
  severity: 'security-warning',
  title: 'Allow with NotPrincipal',
  description:
    'NotPrincipal with Allow lets in everyone but those named, people without an AWS account included.',
  statement(statement, report) {
    const { effect, elements } = statement;
    const property = elements.get('NotPrincipal');
    if (effect !== 'Allow' || !property) return;
    report(
      property.key,
      'This allows everyone but those named, anonymous requests included: name who may by Principal.',
      { fixes: fixesOf(statement, property) },
    );
  },
};
