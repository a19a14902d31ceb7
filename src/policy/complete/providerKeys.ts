import type { Statement } from '../document';
import { builtInProviders, GITHUB_HOST, githubClaims } from '../facts/federation';

/** How the console writes the keys of SAML, whose case does not matter. */
export const SAML = 'SAML:';

/** Claims that every OIDC provider of an account has. */
const claims = ['aud', 'sub', 'amr'];

/**
 * Keys by which a trust policy narrows the tokens of the providers that it names.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
export function providerKeys(statement: Statement | undefined): string[] {
  return providerHosts(statement).flatMap((host) =>
    (GITHUB_HOST.test(host) ? githubClaims : claims).map((claim) => `${host}:${claim}`),
  );
}

/** Hosts of the OIDC providers that a statement trusts, the built-in ones without claims of their own left out. */
export function providerHosts(statement: Statement | undefined): string[] {
  return (statement?.principals ?? []).flatMap(({ type, text }) => {
    if (type !== 'Federated') return [];
    const host = text.split(':oidc-provider/')[1];
    return host !== undefined && !builtInProviders.includes(host) ? [host] : [];
  });
}

export function trustsSaml(statement: Statement | undefined): boolean {
  return (statement?.principals ?? []).some(
    ({ type, text }) => type === 'Federated' && text.includes(':saml-provider/'),
  );
}
