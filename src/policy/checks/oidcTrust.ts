import type { Check } from '../check';
import { conditionFix } from '../conditionEdit';
import type { PrincipalValue, Statement } from '../document';
import { replaceString } from '../edit';
import {
  builtInProviders,
  GITHUB_HOST,
  GITHUB_SUBJECT,
  OIDC_PROVIDER_ARN,
} from '../facts/federation';
import type { Fix } from '../finding';
import type { StringNode } from '../syntax';
import { hasPlainWildcard } from '../variables';

/** The host of an OIDC provider that a role trusts, in lower case; undefined for other principals. */
function hostOf({ type, text }: PrincipalValue): string | undefined {
  if (type !== 'Federated') return undefined;
  if (builtInProviders.includes(text)) return text;
  return OIDC_PROVIDER_ARN.exec(text)?.groups?.host?.toLowerCase();
}

const conditionsOf = ({ conditions }: Statement, host: string) =>
  conditions.filter(({ lowerKey }) => lowerKey.startsWith(`${host}:`));

/** To be written over with what is meant. */
const SUBJECT = 'repo:OWNER/REPOSITORY:ref:refs/heads/BRANCH';

/** The usual branch of a repository that the subject names. */
function mainBranch(node: StringNode): Fix[] {
  const repository = /^repo:[^:/*?]+\/[^:/*?]+(?=:\*?$|\*?$)/.exec(node.value)?.[0];
  if (repository === undefined) return [];
  const subject = `${repository}:ref:refs/heads/main`;
  return [{ title: `Change to ${subject}`, edits: [replaceString(node, subject)] }];
}

/** Claims of GitHub that say which repository a token is for. */
const repositoryClaims = /:(sub|repository|repository_id|repository_owner_id|job_workflow_ref)$/;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html */
const missingConditionKeyForOidcPrincipal: Check = {
  code: 'MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL',
  severity: 'security-warning',
  title: 'An identity provider trusted without a condition',
  description:
    'Everyone with an identity at the provider can assume the role. A condition on its claims says who.',
  kinds: ['trust'],
  principal(principal, report, { document }) {
    const { statement } = principal;
    const host = hostOf(principal);
    if (host === undefined || statement.effect !== 'Allow' || GITHUB_HOST.test(host)) return;
    if (conditionsOf(statement, host).length > 0) return;
    report(
      principal.node,
      `Everyone with an identity at ${host} can assume the role: add a condition on a claim such as ${host}:sub or ${host}:aud.`,
      {
        fixes: ['sub', 'aud'].flatMap((claim) =>
          conditionFix(document, statement, [
            'StringEquals',
            `${host}:${claim}`,
            claim === 'sub' ? 'SUBJECT' : 'AUDIENCE',
          ]),
        ),
      },
    );
  },
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub */
const missingGithubRepoConditionKey: Check = {
  code: 'MISSING_GITHUB_REPO_CONDITION_KEY',
  severity: 'security-warning',
  title: 'GitHub trusted without a repository',
  description:
    'Workflows of every repository on GitHub can assume the role. A condition on the subject says which repository and branch.',
  kinds: ['trust'],
  principal(principal, report, { document }) {
    const { statement } = principal;
    const host = hostOf(principal);
    if (host === undefined || statement.effect !== 'Allow' || !GITHUB_HOST.test(host)) return;
    if (conditionsOf(statement, host).some(({ lowerKey }) => repositoryClaims.test(lowerKey)))
      return;
    report(
      principal.node,
      `Workflows of every repository on GitHub can assume the role: add a condition on ${host}:sub.`,
      { fixes: conditionFix(document, statement, ['StringEquals', `${host}:sub`, SUBJECT]) },
    );
  },
};

/** Whether a subject names owner, repository and one branch, tag or the like. */
function isSpecific(subject: string, statement: Statement, host: string): boolean {
  const context = GITHUB_SUBJECT.exec(subject)?.groups?.context;
  if (context === undefined) return false;
  const refIsElsewhere = conditionsOf(statement, host).some(({ lowerKey }) =>
    lowerKey.endsWith(':ref'),
  );
  return refIsElsewhere || (/(^|:)ref:refs\/./.test(context) && !hasPlainWildcard(context));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub */
const specificGithubRepoAndBranchRecommended: Check = {
  code: 'SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED',
  severity: 'warning',
  title: 'A subject of GitHub that is not one repository and branch',
  description:
    'The subject lets in workflows of more than one repository or branch. Name both: repo:OWNER/REPOSITORY:ref:refs/heads/BRANCH.',
  kinds: ['trust'],
  condition({ lowerKey, values, statement, parsed }, report) {
    const host = lowerKey.endsWith(':sub') ? lowerKey.slice(0, -4) : '';
    if (!GITHUB_HOST.test(host) || statement.effect !== 'Allow') return;
    if (parsed.known?.type !== 'String' || parsed.known.negated) return;
    for (const node of values) {
      if (node.type !== 'string' || isSpecific(node.value, statement, host)) continue;
      report(
        node,
        `This lets in workflows of more than one repository or branch: name both, as in ${SUBJECT}.`,
        { fixes: mainBranch(node) },
      );
    }
  },
};

export const oidcTrustChecks: readonly Check[] = [
  missingConditionKeyForOidcPrincipal,
  missingGithubRepoConditionKey,
  specificGithubRepoAndBranchRecommended,
];
