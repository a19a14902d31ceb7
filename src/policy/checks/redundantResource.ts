import type { Check } from '../check';
import type { ResourceValue } from '../document';
import { hasWildcard } from '../pattern';
import { covered, mayCover, reportCovered } from './redundantValue';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const redundantResource: Check = {
  code: 'REDUNDANT_RESOURCE',
  severity: 'suggestion',
  title: 'Resource that another one covers',
  description:
    'The list has this ARN already, or a pattern that covers it. AWS takes the document; the ARN only takes up space.',
  statement({ resources }, report, { document }) {
    if (!mayCover(resources, ({ text }) => text)) return;
    for (const element of ['Resource', 'NotResource'] as const) {
      const values = resources.filter((resource) => resource.element === element).map(toValue);
      reportCovered(covered(values), ({ node }) => node.value, report, document);
    }
  },
};

function toValue({ text, node, arn }: ResourceValue) {
  const service = arn?.service ?? '*';
  return { text: literal(text), node, group: hasWildcard(service) ? '*' : service };
}

/** The escapes of wildcards as characters that are none. */
const literal = (text: string) =>
  text.includes('${') ? text.replaceAll('${*}', '\u0002').replaceAll('${?}', '\u0003') : text;
