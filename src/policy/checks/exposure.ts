import type { Check } from '../check';
import { credentialActions, dataActions, resourceExposureActions } from '../facts/exposure';
import type { Severity } from '../finding';
import { actionFinder, allowsEverywhere, isEveryAction } from '../grants';
import { hasWildcard } from '../pattern';

/** What an action of the list gives away when nothing limits its resources: a finding for each list. */
function exposure(facts: {
  code: string;
  severity: Severity;
  title: string;
  actions: readonly string[];
  effect: string;
}): Check {
  const find = actionFinder(facts.actions);
  return {
    code: facts.code,
    severity: facts.severity,
    title: facts.title,
    own: true,
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    description: `The action ${facts.effect}, and the statement allows it on every resource without a condition. Name the resources that are needed.`,
    kinds: ['identity'],
    statement(statement, report, { catalog }) {
      if (!allowsEverywhere(statement)) return;
      for (const value of statement.actions) {
        if (value.element !== 'Action' || isEveryAction(value.text)) continue;
        const found = find(value);
        const [first] = found;
        // An action that works on "*" only cannot be limited.
        if (!first || catalog.actionName(value.service, value.name)?.hasResourceTypes === false)
          continue;
        const also = found.length > 1 ? ` and ${found.length - 1} more` : '';
        const what = hasWildcard(value.text) ? `${value.text} holds ${first}${also}, which` : first;
        report(
          value.node,
          `${what} ${facts.effect}, here on every resource: name those that are needed.`,
        );
      }
    },
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege */
const credentialsExposure = exposure({
  code: 'CREDENTIALS_EXPOSURE',
  severity: 'security-warning',
  title: 'Credentials of every resource',
  actions: credentialActions,
  effect: 'gives out credentials',
});

const dataExposure = exposure({
  code: 'DATA_EXPOSURE',
  severity: 'suggestion',
  title: 'Data of every resource',
  actions: dataActions,
  effect: 'gives out data or secrets',
});

const resourceExposure = exposure({
  code: 'RESOURCE_EXPOSURE',
  severity: 'suggestion',
  title: 'Every resource can be opened to others',
  actions: resourceExposureActions,
  effect: 'can open resources to others',
});

export const exposureChecks: readonly Check[] = [
  credentialsExposure,
  dataExposure,
  resourceExposure,
];
