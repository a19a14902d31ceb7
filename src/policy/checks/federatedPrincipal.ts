import type { Check } from '../check';
import { removeMember, replaceString } from '../edit';
import { builtInProviders, OIDC_PROVIDER_ARN, SAML_PROVIDER_ARN } from '../facts/federation';
import type { Fix } from '../finding';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated */
export const federatedPrincipalNotSupported: Check = {
  code: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
  severity: 'error',
  title: 'An identity provider outside a trust policy',
  description:
    'Only the trust policies of roles name identity providers. Name the role that the provider’s users assume. AWS refuses the document.',
  kinds: ['resource'],
  statement({ elements }, report, { document }) {
    for (const name of ['Principal', 'NotPrincipal']) {
      const value = elements.get(name)?.value;
      if (value?.type !== 'object') continue;
      for (const property of value.properties) {
        if (property.key.value !== 'Federated') continue;
        const edits = [removeMember(document.text, property)];
        report(
          property.key,
          'Only the trust policies of roles name identity providers: name the role that their users assume.',
          { fixes: [{ title: 'Remove Federated', edits }] },
        );
      }
    }
  },
};

/** A provider as IAM names it: built in, by its domain, or by its ARN. */
function isProvider(text: string): boolean {
  if (builtInProviders.includes(text) || SAML_PROVIDER_ARN.test(text)) return true;
  if (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text)) return true;
  const host = OIDC_PROVIDER_ARN.exec(text)?.groups?.host;
  return host !== undefined && !/^https?:/i.test(host);
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity */
export const invalidFederatedPrincipalSyntax: Check = {
  code: 'INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY',
  severity: 'error',
  title: 'An identity provider that cannot be read',
  description:
    'A provider is a domain such as accounts.google.com, or the ARN of an oidc-provider or saml-provider of the account. AWS refuses the document.',
  kinds: ['trust'],
  principal({ type, text, node }, report) {
    if (type !== 'Federated' || /[*?$]/.test(text) || isProvider(text)) return;
    const bare = text.replace(/https?:\/\//i, '');
    const fixes: Fix[] = isProvider(bare)
      ? [{ title: `Change to ${bare}`, edits: [replaceString(node, bare)], preferred: true }]
      : [];
    report(
      node,
      `${JSON.stringify(text)} is neither the domain of a provider nor the ARN of an oidc-provider or saml-provider.`,
      { fixes },
    );
  },
};
