import type { Check } from '../check';
import type { PrincipalValue, Statement } from '../document';
import { replaceString } from '../edit';
import { actionForProvider, SAML_PROVIDER_ARN } from '../facts/federation';

const ASSUME = 'sts:AssumeRole';

/** The action with which a principal assumes a role. */
function actionOf({ type, text }: PrincipalValue): string {
  if (type !== 'Federated') return ASSUME;
  return SAML_PROVIDER_ARN.test(text) || text.includes(':saml-provider/')
    ? actionForProvider.saml
    : actionForProvider.oidc;
}

const assuming = [ASSUME, actionForProvider.saml, actionForProvider.oidc];

function fittingActions({ principals }: Statement): Set<string> {
  return new Set(principals.map(actionOf));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html */
export const mismatchedActionForPrincipal: Check = {
  code: 'MISMATCHED_ACTION_FOR_PRINCIPAL',
  severity: 'error',
  title: 'An action that the principal cannot use',
  description:
    'Accounts and services assume roles with sts:AssumeRole, SAML providers with sts:AssumeRoleWithSAML, OIDC providers with sts:AssumeRoleWithWebIdentity. With another action nobody can assume the role.',
  kinds: ['trust'],
  statement(statement, report) {
    if (statement.principals.length === 0 || statement.effect !== 'Allow') return;
    const fitting = fittingActions(statement);
    const present = statement.actions.map(({ text }) => text.toLowerCase());
    for (const { text, node } of statement.actions) {
      const action = assuming.find((known) => known.toLowerCase() === text.toLowerCase());
      if (action === undefined || fitting.has(action)) continue;
      const [wanted = ASSUME, ...more] = fitting;
      const isClear = more.length === 0 && !present.includes(wanted.toLowerCase());
      const edits = [replaceString(node, wanted)];
      report(
        node,
        `The principals of the statement assume roles with ${[...fitting].join(' or ')}, not ${action}.`,
        {
          fixes: isClear ? [{ title: `Change to ${wanted}`, edits, preferred: true }] : [],
        },
      );
    }
  },
};
