import type { Check } from '../check';
import { changeOperator } from '../conditionEdit';
import type { ConditionEntry } from '../document';
import type { Fix } from '../finding';
import { GITHUB_HOST, oidcProviders } from '../facts/federation';

/** The provider's host when the key is its audience under a qualifier. */
function qualifiedAudience({ lowerKey, parsed }: ConditionEntry): string | undefined {
  if (!parsed.known || parsed.qualifier === undefined || !lowerKey.endsWith(':aud'))
    return undefined;
  const host = lowerKey.slice(0, -4);
  return host.includes('.') ? host : undefined;
}

const isKnown = (host: string) =>
  GITHUB_HOST.test(host) || oidcProviders.some((provider) => provider.host === host);

const plainOperator = ({ operator }: ConditionEntry) => operator.slice(operator.indexOf(':') + 1);

function withoutQualifier(text: string, entry: ConditionEntry): Fix[] {
  const operator = plainOperator(entry);
  const edits = changeOperator(text, entry, operator);
  return edits ? [{ title: `Change to ${operator}`, edits }] : [];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
export const forAnyValueWithAudienceClaimType: Check = {
  code: 'FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE',
  severity: 'security-warning',
  title: 'ForAnyValue on an audience',
  description:
    'Tokens of this provider have one audience. A qualifier is for keys with several values and can let in more than meant.',
  kinds: ['trust'],
  condition(entry, report, { document }) {
    const host = qualifiedAudience(entry);
    if (host === undefined || !isKnown(host) || entry.parsed.qualifier !== 'ForAnyValue') return;
    const operator = plainOperator(entry);
    report(
      entry.keyNode,
      `Tokens of ${host} have one audience: use ${operator} without a qualifier.`,
      {
        fixes: withoutQualifier(document.text, entry).map((fix) => ({ ...fix, preferred: true })),
      },
    );
  },
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif */
export const confirmAudienceClaimType: Check = {
  code: 'CONFIRM_AUDIENCE_CLAIM_TYPE',
  severity: 'suggestion',
  title: 'One audience or several',
  description:
    'Whether the tokens of this provider have one audience or several is for the provider to say. A qualifier is right only for several.',
  kinds: ['trust'],
  condition(entry, report, { document }) {
    const host = qualifiedAudience(entry);
    if (host === undefined || isKnown(host)) return;
    report(
      entry.keyNode,
      `See whether tokens of ${host} have several audiences: with one, ${entry.parsed.qualifier ?? ''} can let in more than meant.`,
      { fixes: withoutQualifier(document.text, entry) },
    );
  },
};
