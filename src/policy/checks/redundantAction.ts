import type { Check } from '../check';
import type { ActionValue } from '../document';
import { hasWildcard } from '../pattern';
import { covered, reportCovered } from './redundantValue';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export const redundantAction: Check = {
  code: 'REDUNDANT_ACTION',
  severity: 'suggestion',
  title: 'Action that another one covers',
  description:
    'The list has this action already, or a pattern that covers it. AWS takes the document; the action only takes up space.',
  statement({ actions }, report, { document }) {
    if (actions.length < 2) return;
    for (const element of ['Action', 'NotAction'] as const) {
      const values = actions.filter((action) => action.element === element).map(toValue);
      reportCovered(covered(values), ({ node }) => node.value, report, document);
    }
  },
};

function toValue({ text, node, service }: ActionValue) {
  const group = service === '' || hasWildcard(service) ? '*' : service.toLowerCase();
  return { text: text.toLowerCase(), node, group };
}
