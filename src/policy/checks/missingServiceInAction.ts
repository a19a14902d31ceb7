import type { Check } from '../check';
import { replaceString } from '../edit';
import type { Fix } from '../finding';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export const missingServiceInAction: Check = {
  code: 'MISSING_SERVICE_IN_ACTION',
  severity: 'error',
  title: 'Action without a service',
  own: true,
  source:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  description:
    'An action is written service:Name, and "*" alone stands for every action. AWS refuses the document: "Actions/Conditions must be prefaced by a vendor".',
  action({ text, node, service }, report, { catalog }) {
    if (service !== '' || /^\*+$/.test(text)) return;
    const owners = /^\w+$/.test(text)
      ? catalog.services.filter(({ prefix }) => catalog.actionName(prefix, text))
      : [];
    const fixes = owners.slice(0, 5).map(({ prefix }): Fix => {
      const action = `${prefix}:${catalog.actionName(prefix, text)?.name ?? text}`;
      return {
        title: `Change to ${action}`,
        edits: [replaceString(node, action)],
        preferred: owners.length === 1,
      };
    });
    report(
      node,
      `${JSON.stringify(text)} names no service: write service:Name, or "*" for every action.`,
      {
        fixes,
      },
    );
  },
};
