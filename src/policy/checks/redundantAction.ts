import type { Check } from '../check';
import type { ActionValue } from '../document';
import { hasWildcard } from '../pattern';
import { covered, mayCover, reportCovered } from './redundantValue';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export const redundantAction: Check = {
  code: 'REDUNDANT_ACTION',
  severity: 'suggestion',
  title: 'Action that another one covers',
  description:
    'The list has this action already, or a pattern that covers it. AWS takes the document; the action only takes up space.',
  statement({ actions }, report, { document }) {
    if (!mayCover(actions, ({ said }) => said.lower)) return;
    for (const element of ['Action', 'NotAction'] as const) {
      const values = actions.filter((action) => action.element === element).map(toValue);
      reportCovered(covered(values), ({ node }) => node.value, report, document);
    }
  },
};

function toValue({ said, node }: ActionValue) {
  const { lower, lowerService } = said;
  const group = lowerService === '' || hasWildcard(lowerService) ? '*' : lowerService;
  return { text: lower, node, group };
}
