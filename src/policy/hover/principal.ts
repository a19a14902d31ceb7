import { describeArn } from '../describeArn';
import {
  builtInProviders,
  OIDC_PROVIDER_ARN,
  oidcProviders,
  SAML_PROVIDER_ARN,
} from '../facts/federation';
import { UNIQUE_ID, uniqueIdPrefixes } from '../facts/roles';
import { SERVICE_PRINCIPAL, servicePrincipals } from '../facts/servicePrincipals';
import { code, escapeMarkdown, link, paragraphs } from '../markdown';
import type { Hoverer } from './hover';

const PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html';

export const hoverPrincipal: Hoverer<'principal'> = ({ text, type, element }, { catalog }) => {
  if (text === '') return undefined;
  const not =
    element === 'NotPrincipal'
      ? 'In NotPrincipal: the statement is about everyone **but** these.'
      : undefined;
  return paragraphs(
    meaningOf(text, type),
    describeArn(catalog, text),
    not,
    link('Documentation', PAGE),
  );
};

function meaningOf(text: string, type: string): string | undefined {
  if (text === '*') {
    return type === 'Service'
      ? 'Every AWS service.'
      : '**Everyone**, also outside AWS and without credentials, as far as no condition limits it.';
  }
  switch (type) {
    case 'Service':
      return serviceText(text);
    case 'Federated':
      return federatedText(text);
    case 'CanonicalUser':
      return '**AWS account**, by its canonical user id of Amazon S3. AWS keeps it as the account’s ARN.';
    default:
      return awsText(text);
  }
}

/** `logs.eu-west-1.amazonaws.com` and `….amazonaws.com.cn` as the list has them. */
function withoutRegion(text: string): string {
  return text.replace(/\.[a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2}(?=\.)/, '').replace(/\.cn$/, '');
}

function serviceText(text: string): string {
  if (!SERVICE_PRINCIPAL.test(text)) {
    return `${code(text)} does not look like a service principal: those are lower case and end in ${code('.amazonaws.com')}.`;
  }
  const known = servicePrincipals().has(withoutRegion(text));
  return `**Service principal**: an AWS service that acts for the owner of the resource.${known ? '' : ' It is not among the known ones.'} Limit it with ${code('aws:SourceArn')} or ${code('aws:SourceAccount')}, so that nobody else can have the service act on the resource.`;
}

function federatedText(text: string): string | undefined {
  const host = OIDC_PROVIDER_ARN.exec(text)?.groups?.host ?? text;
  const provider = oidcProviders.find((known) => known.host === host.toLowerCase());
  const name = provider ? `: ${escapeMarkdown(provider.name)}` : '';
  if (SAML_PROVIDER_ARN.test(text)) return '**SAML identity provider** of the account.';
  if (OIDC_PROVIDER_ARN.test(text)) {
    const tenant = provider?.shared
      ? ` It serves everybody, so a condition on ${code(provider.tenantKey)} must say whose tokens are accepted.`
      : '';
    return `**OIDC identity provider** of the account${name}.${tenant}`;
  }
  if (builtInProviders.includes(text)) return `**Identity provider** that IAM knows${name}.`;
  return undefined;
}

/** Forms of https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html in their order. */
const forms: ReadonlyArray<readonly [form: RegExp, meaning: string]> = [
  [
    /^(\d{12}|arn:[\w-]+:iam::\d{12}:root)$/,
    '**AWS account**: whoever the account’s own policies allow it, not its root user alone.',
  ],
  [
    /^arn:[\w-]+:iam::\d{12}:user\//,
    '**IAM user**. AWS keeps its unique id: a user of the same name that is made later is not meant.',
  ],
  [
    /^arn:[\w-]+:iam::\d{12}:role\//,
    '**IAM role**, in every session of it. AWS keeps its unique id: a role of the same name that is made later is not meant.',
  ],
  [
    /^arn:[\w-]+:sts::\d{12}:assumed-role\//,
    '**Role session**: one session of a role, by its name.',
  ],
  [
    /^arn:[\w-]+:sts::\d{12}:federated-user\//,
    '**Federated user session**, made by GetFederationToken.',
  ],
  [
    /^arn:[\w-]+:iam::\d{12}:group\//,
    'A **group** cannot be a principal: AWS refuses it. Name the users, or a role.',
  ],
];

function awsText(text: string): string | undefined {
  const form = forms.find(([pattern]) => pattern.test(text));
  if (form) return form[1];
  if (!UNIQUE_ID.test(text)) return undefined;
  const kind = uniqueIdPrefixes[text.slice(0, 4)] ?? 'principal';
  return `**Unique id** of a ${escapeMarkdown(kind)}. AWS shows it in place of the ARN when the one behind it has been deleted.`;
}
