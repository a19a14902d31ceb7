import type { Check } from '../check';
import type { ActionValue } from '../document';
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
      const values = actions.filter((action) => action.element === element).map(lowerCase);
      const group = (value: { action: ActionValue; text: string }) => {
        const colon = value.text.indexOf(':');
        const service = value.text.slice(0, Math.max(colon, 0));
        return service.includes('*') || service === '' ? '*' : service;
      };
      reportCovered(covered(values, group), ({ node }) => node.value, report, document);
    }
  },
};

const lowerCase = (action: ActionValue) => ({
  action,
  text: action.text.toLowerCase(),
  node: action.node,
});
