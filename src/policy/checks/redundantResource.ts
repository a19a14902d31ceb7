import type { Check } from '../check';
import { covered, reportCovered } from './redundantValue';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const redundantResource: Check = {
  code: 'REDUNDANT_RESOURCE',
  severity: 'suggestion',
  title: 'Resource that another one covers',
  description:
    'The list has this ARN already, or a pattern that covers it. AWS takes the document; the ARN only takes up space.',
  statement({ resources }, report, { document }) {
    if (resources.length < 2) return;
    for (const element of ['Resource', 'NotResource'] as const) {
      const values = resources
        .filter((resource) => resource.element === element)
        .map(({ text, node, arn }) => ({
          text: literal(text),
          node,
          service: arn?.service ?? '*',
        }));
      const group = ({ service }: { service: string }) =>
        service.includes('*') || service.includes('?') ? '*' : service;
      reportCovered(covered(values, group), ({ node }) => node.value, report, document);
    }
  },
};

/** The escapes of wildcards as characters that are none. */
const literal = (text: string) =>
  text.includes('${') ? text.replaceAll('${*}', '\u0002').replaceAll('${?}', '\u0003') : text;
