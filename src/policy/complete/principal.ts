import { principalTypes } from '../elements';
import { builtInProviders, oidcProviders } from '../facts/federation';
import type { PolicyKind } from '../kind';
import type { PolicyLocation } from '../locate';
import { arnsOf } from './accountArns';
import { arnDefaults, fillTemplate } from './arnTemplate';
import { documentValues } from './documentValues';
import { servicePrincipalProposals } from './servicePrincipal';
import type { Completer, CompletionContext, Proposal } from './item';

/**
 * Who can be named: under each type of principal what AWS takes there, the account's own first.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const completePrincipal: Completer<'principal'> = (place, context) => {
  const { type, siblings, before: typed } = place;
  const proposals = [
    ...proposalsOf(type, typed, context),
    ...(type === '*' && !isQuoted(place) ? maps(context.kind) : []),
  ];
  return proposals.filter(({ label }) => !siblings.includes(label));
};

const isQuoted = ({ node }: PolicyLocation) => node?.type === 'string' && node.quote !== '';

/** In place of everyone: an object with one type of principal. */
function maps(kind: PolicyKind): Proposal[] {
  if (kind === 'rcp') return [];
  return principalTypes
    .filter(({ name }) => name !== 'CanonicalUser')
    .map(({ name, description }, rank) => ({
      label: name,
      kind: 'element',
      rank: rank + 1,
      snippet: `{ "${name}": "$1" }`,
      continues: true,
      subject: { kind: 'text', text: description },
    }));
}

function proposalsOf(type: string, typed: string, context: CompletionContext): Proposal[] {
  switch (type) {
    case '*':
      return takesEveryone(context.kind) ? [everyone(0)] : [];
    case 'AWS':
      return [
        ...accountPrincipals(typed, context),
        ...(takesEveryone(context.kind) ? [everyone(6)] : []),
      ];
    case 'Service':
      return servicePrincipalProposals(context.catalog);
    case 'Federated':
      return federated(typed, context);
    case 'CanonicalUser':
      return canonicalUsers(context);
    default:
      return [];
  }
}

/** A role trust policy with `*` is refused (ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL). */
const takesEveryone = (kind: PolicyKind) => kind !== 'trust';

function everyone(rank: number): Proposal {
  return {
    label: '*',
    kind: 'value',
    detail: 'everyone',
    rank,
    subject: {
      kind: 'text',
      text: 'Everyone, signed in or not. Narrow it by a condition unless the resource is to be public.',
    },
  };
}

const accountTemplates: readonly { arn: string; detail: string }[] = [
  { arn: 'arn:${Partition}:iam::${Account}:root', detail: 'account' },
  { arn: 'arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}', detail: 'role' },
  { arn: 'arn:${Partition}:iam::${Account}:user/${UserNameWithPath}', detail: 'user' },
  {
    arn: 'arn:${Partition}:sts::${Account}:assumed-role/${RoleName}/${RoleSessionName}',
    detail: 'role session',
  },
  {
    arn: 'arn:${Partition}:sts::${Account}:federated-user/${UserName}',
    detail: 'federated user session',
  },
];

function accountPrincipals(typed: string, context: CompletionContext): Proposal[] {
  const { account, document } = context;
  const own = account?.accountId;
  const others = documentValues(document).accounts.filter((id) => id !== own && id !== typed);
  const id = (label: string, detail: string, rank: number): Proposal => ({
    label,
    kind: 'value',
    detail,
    rank,
  });
  return [
    ...(own === undefined ? [] : [id(own, 'connected account', 0)]),
    ...arnsOf('role', account, typed),
    ...arnsOf('user', account, typed),
    ...others.map((other) => id(other, 'account', 1)),
    ...principalTemplates(typed, context, 3),
  ];
}

/** ARNs of accounts, roles, users and sessions with tab stops. */
export function principalTemplates(
  typed: string,
  context: CompletionContext,
  rank: number,
): Proposal[] {
  return templates(accountTemplates, typed, context, rank);
}

function templates(
  all: typeof accountTemplates,
  typed: string,
  context: CompletionContext,
  rank: number,
): Proposal[] {
  const defaults = arnDefaults(context);
  return all.flatMap(({ arn, detail }): Proposal[] => {
    const filled = fillTemplate(arn, typed, defaults);
    if (!filled) return [];
    const { label, filterText, snippet: template } = filled;
    return [{ label, kind: 'resource', detail, rank, filterText, template }];
  });
}

const providerTemplates: typeof accountTemplates = [
  {
    arn: 'arn:${Partition}:iam::${Account}:oidc-provider/${OidcProviderName}',
    detail: 'OIDC provider',
  },
  {
    arn: 'arn:${Partition}:iam::${Account}:saml-provider/${SamlProviderName}',
    detail: 'SAML provider',
  },
];

function federated(typed: string, context: CompletionContext): Proposal[] {
  return [
    ...arnsOf('oidc-provider', context.account, typed),
    ...arnsOf('saml-provider', context.account, typed),
    ...templates(providerTemplates, typed, context, 1),
    ...builtInProviders.map((label): Proposal => ({
      label,
      kind: 'value',
      detail: oidcProviders.find(({ host }) => host === label)?.name ?? '',
      rank: 2,
    })),
  ];
}

function canonicalUsers({ document }: CompletionContext): Proposal[] {
  const open: Proposal = {
    label: '${CanonicalUserId}',
    kind: 'value',
    detail: '64 hexadecimal digits',
    rank: 1,
    template: '${1:CanonicalUserId}',
  };
  const used = documentValues(document).canonicalUsers;
  return [...used.map((label): Proposal => ({ label, kind: 'value', rank: 0 })), open];
}
