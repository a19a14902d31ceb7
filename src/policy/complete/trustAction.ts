import type { Statement } from '../document';
import { actionForProvider, builtInProviders, trustActions } from '../facts/federation';
import type { CompletionContext, Proposal } from './item';

/**
 * The actions that a role's trust policy can have; first the one by which its principals get the
 * role. See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function trustActionProposals(
  statement: Statement | undefined,
  { catalog }: CompletionContext,
): Proposal[] {
  const wanted = assumeActions(statement);
  return trustActions.map((label): Proposal => {
    const [service = '', name = ''] = label.split(':');
    const assumes = name.startsWith('AssumeRole');
    return {
      label,
      kind: 'action',
      detail: catalog.actionName(service, name)?.accessLevel ?? '',
      rank: wanted.has(label) ? 0 : assumes ? 2 : 1,
      subject: { kind: 'action', service, name },
    };
  });
}

function assumeActions(statement: Statement | undefined): ReadonlySet<string> {
  const federated = (statement?.principals ?? []).filter(({ type }) => type === 'Federated');
  if (federated.length === 0) return new Set(['sts:AssumeRole']);
  return new Set(
    federated.flatMap(({ text }) => {
      if (text.includes(':saml-provider/')) return [actionForProvider.saml];
      if (text.includes(':oidc-provider/') || builtInProviders.includes(text)) {
        return [actionForProvider.oidc];
      }
      return Object.values(actionForProvider);
    }),
  );
}
