import { describe } from '../describe';
import { oidcProviders } from '../facts/federation';
import { code, escapeMarkdown, paragraphs } from '../markdown';
import type { Hoverer } from './hover';

export const hoverConditionKey: Hoverer<'conditionKey'> = ({ text, operator }, { catalog }) => {
  if (text === '') return undefined;
  const known = describe(catalog, { kind: 'key', key: text });
  if (known === undefined) {
    const claim = claimText(text);
    if (claim !== undefined) return claim;
    return `${code(text)} is not among the condition keys that are known as of ${escapeMarkdown(catalog.date)}. A condition on a key that no request has is false, unless its operator is negated or ends in IfExists.`;
  }
  const key = catalog.conditionKey(text);
  const wanted = key?.multivalued && !operator.includes(':');
  return paragraphs(
    known,
    wanted
      ? '**Several values**: put ForAnyValue or ForAllValues before the operator, so that it is clear which of them must fit.'
      : undefined,
  );
};

/**
 * A claim of an OIDC provider's tokens, which has the provider's host before the colon.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
function claimText(key: string): string | undefined {
  const colon = key.lastIndexOf(':');
  const host = key.slice(0, Math.max(colon, 0)).toLowerCase();
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/|$)/.test(host)) return undefined;
  const provider = oidcProviders.find((known) => known.host === host);
  const name = provider ? escapeMarkdown(provider.name) : code(host);
  const tenant = provider?.shared && provider.tenantKey === key.toLowerCase();
  return paragraphs(
    `**Claim ${code(key.slice(colon + 1))}** of the tokens of ${name}, in role trust policies.`,
    tenant
      ? 'The provider serves everybody: this claim says whose tokens are accepted, so a wildcard must not stand for the owner.'
      : undefined,
    provider?.subject && key.endsWith(':sub')
      ? `It looks like ${code(provider.subject)}.`
      : undefined,
  );
}
