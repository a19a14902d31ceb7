import type { Check } from '../check';
import type { PolicyDocument } from '../document';
import { replaceNode, replaceString } from '../edit';
import { rcpServices } from '../facts/rcpServices';
import { listText } from '../layout';
import { removalFix } from '../removeValue';
import type { Catalog } from '../catalog/catalog';
import type { ActionValue } from '../document';
import type { Fix } from '../finding';

/** AWS's own RCPFullAWSAccess, the only one that allows. */
function isFullAccess({ statements }: PolicyDocument): boolean {
  const [only, ...more] = statements;
  return (
    only?.effect === 'Allow' &&
    more.length === 0 &&
    only.conditions.length === 0 &&
    only.actions.every(({ text }) => text === '*') &&
    only.resources.every(({ text }) => text === '*')
  );
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
const rcpSyntaxErrorPrincipal: Check = {
  code: 'RCP_SYNTAX_ERROR_PRINCIPAL',
  severity: 'error',
  title: 'A resource control policy about some principals',
  description:
    'In a resource control policy Principal is "*"; conditions say for whom it holds. AWS refuses the document.',
  kinds: ['rcp'],
  statement({ elements }, report) {
    const message =
      'In a resource control policy Principal is "*"; conditions say for whom it holds.';
    const principal = elements.get('Principal');
    const { value } = principal ?? {};
    if (principal && value && !(value.type === 'string' && value.value === '*')) {
      const edits = [replaceNode(value, '"*"')];
      report(principal.key, message, { fixes: [{ title: 'Change to "*"', edits }] });
    }
    const negated = elements.get('NotPrincipal');
    if (negated) report(negated.key, message);
  },
};

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
const rcpSyntaxErrorAllow: Check = {
  code: 'RCP_SYNTAX_ERROR_ALLOW',
  severity: 'error',
  title: 'A resource control policy that allows',
  description:
    'A resource control policy of one’s own denies; only AWS’s RCPFullAWSAccess allows. AWS refuses the document.',
  kinds: ['rcp'],
  statement({ effect, elements }, report, { document }) {
    const value = elements.get('Effect')?.value;
    if (effect !== 'Allow' || value?.type !== 'string' || isFullAccess(document)) return;
    report(value, 'A resource control policy denies: only AWS’s RCPFullAWSAccess allows.', {
      fixes: [{ title: 'Change to Deny', edits: [replaceString(value, 'Deny')] }],
    });
  },
};

/** "*" as every service that there is to name; another action goes. */
function fixesOf(document: PolicyDocument, catalog: Catalog, action: ActionValue): Fix[] {
  if (action.text !== '*' || action.statement.actions.length > 1) {
    return removalFix(document, action);
  }
  const value = action.statement.elements.get('Action')?.value;
  if (!value || catalog.rcpServices.length === 0) return [];
  const all = catalog.rcpServices.map((prefix) => `"${prefix}:*"`);
  return [
    {
      title: `Name the ${all.length} services that resource control policies apply to`,
      edits: [replaceNode(value, listText(document.text, value, all))],
    },
  ];
}

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services */
const rcpSyntaxErrorAction: Check = {
  code: 'RCP_SYNTAX_ERROR_ACTION',
  severity: 'error',
  title: 'An action that resource control policies do not reach',
  description:
    'A resource control policy names actions of the services that it applies to, each with its service. AWS refuses the document.',
  kinds: ['rcp'],
  statement({ actions }, report, { document, catalog }) {
    if (isFullAccess(document)) return;
    for (const action of actions) {
      const { text, service, node } = action;
      const known = catalog.rcpServices.length > 0 ? catalog.rcpServices : [...rcpServices];
      const lower = service.toLowerCase();
      if (known.includes(lower) || rcpServices.has(lower)) continue;
      report(
        node,
        text === '*'
          ? 'A resource control policy names the service of its actions: "*" alone is for AWS’s own.'
          : `Resource control policies do not apply to ${service === '' ? text : service}, as far as is known of ${catalog.date}.`,
        { fixes: fixesOf(document, catalog, action) },
      );
    }
  },
};

export const rcpSyntaxChecks: readonly Check[] = [
  rcpSyntaxErrorPrincipal,
  rcpSyntaxErrorAllow,
  rcpSyntaxErrorAction,
];
