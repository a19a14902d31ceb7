/**
 * Elements of the language. See
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export interface Element {
  name: string;
  /** One or two sentences, plain text. */
  description: string;
  documentation: string;
}

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_';
const element = (name: string, page: string, description: string): Element => ({
  name,
  description,
  documentation: `${guide}${page}.html`,
});

export const documentElements: readonly Element[] = [
  element(
    'Version',
    'version',
    'Version of the policy language. 2012-10-17 is the current one; without it policy variables are plain text.',
  ),
  element('Id', 'id', 'A name for the policy. Only policies of resources may have one.'),
  element('Statement', 'statement', 'The permissions: one statement or a list of them.'),
];

export const statementElements: readonly Element[] = [
  element(
    'Sid',
    'sid',
    'A name for the statement, unique in the policy. In IAM: letters and digits.',
  ),
  element(
    'Effect',
    'effect',
    'Allow or Deny. Nothing is allowed that no statement allows; a Deny always wins.',
  ),
  element(
    'Principal',
    'principal',
    'Who the statement is about. In policies of resources and roles only.',
  ),
  element(
    'NotPrincipal',
    'notprincipal',
    'Everyone but these principals. Use it with Deny only; a condition on aws:PrincipalArn is clearer.',
  ),
  element(
    'Action',
    'action',
    'What may or may not be done: service:Action, with * and ? as wildcards.',
  ),
  element('NotAction', 'notaction', 'Every action of AWS but these.'),
  element(
    'Resource',
    'resource',
    'What it may be done to: ARNs, with * and ? as wildcards, or "*".',
  ),
  element('NotResource', 'notresource', 'Every resource but these.'),
  element(
    'Condition',
    'condition',
    'When the statement applies: operators, keys and values, all of which must hold.',
  ),
];

export const principalTypes: readonly Element[] = [
  element(
    'AWS',
    'principal',
    'Accounts, users, roles and role sessions, by account number or ARN, or "*" for everyone.',
  ),
  element('Service', 'principal', 'AWS services, such as ec2.amazonaws.com.'),
  element(
    'Federated',
    'principal',
    'Identity providers: the ARN of a SAML or OIDC provider, or a public provider.',
  ),
  element('CanonicalUser', 'principal', 'An account by the canonical user id of Amazon S3.'),
];

export const effects = ['Allow', 'Deny'] as const;

export const versions: Readonly<Record<string, string>> = {
  '2012-10-17': 'The current version of the policy language.',
  '2008-10-17':
    'The older version, which is also the default. Policy variables are plain text in it.',
};

/** Elements of which a statement has one or the other. */
export const opposites: Readonly<Record<string, string>> = {
  Action: 'NotAction',
  NotAction: 'Action',
  Resource: 'NotResource',
  NotResource: 'Resource',
  Principal: 'NotPrincipal',
  NotPrincipal: 'Principal',
};
