import { OTHER_ACCOUNT, OWN_ACCOUNT, type PolicySnippet } from './snippet';

const trust = (
  name: string,
  description: string,
  statement: PolicySnippet['statements'][number],
): PolicySnippet => ({
  name,
  description,
  kinds: ['trust'],
  statements: [{ Effect: 'Allow', ...statement }],
});

/** Who may take on a role. */
export const trustSnippets: readonly PolicySnippet[] = [
  trust('Trust a service', 'A service of AWS takes on the role.', {
    Principal: { Service: '${1:lambda.amazonaws.com}' },
    Action: 'sts:AssumeRole',
  }),
  trust(
    'Trust a service for one resource',
    'A service takes on the role for resources of this account only, which keeps others from using it through the service.',
    {
      Principal: { Service: '${1:cloudtrail.amazonaws.com}' },
      Action: 'sts:AssumeRole',
      Condition: {
        StringEquals: { 'aws:SourceAccount': `\${2:${OWN_ACCOUNT}}` },
        ArnLike: { 'aws:SourceArn': `arn:aws:\${3:cloudtrail}:*:\${2:${OWN_ACCOUNT}}:*` },
      },
    },
  ),
  trust(
    'Trust an account with an external ID',
    'Another account takes on the role, by the external ID that both agreed on.',
    {
      Principal: { AWS: `arn:aws:iam::\${1:${OTHER_ACCOUNT}}:root` },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': '${2:external-id}' } },
    },
  ),
  trust('Trust a role', 'One role, of this account or another, takes on the role.', {
    Principal: { AWS: `arn:aws:iam::\${1:${OWN_ACCOUNT}}:role/\${2:RoleName}` },
    Action: 'sts:AssumeRole',
  }),
  trust(
    'Trust GitHub Actions',
    'Workflows of one branch of one repository take on the role by OpenID Connect.',
    {
      Principal: {
        Federated: `arn:aws:iam::\${1:${OWN_ACCOUNT}}:oidc-provider/token.actions.githubusercontent.com`,
      },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub':
            'repo:${2:owner}/${3:repository}:ref:refs/heads/${4:main}',
        },
      },
    },
  ),
  trust('Trust a SAML provider', 'People sign in to the console through an identity provider.', {
    Principal: { Federated: `arn:aws:iam::\${1:${OWN_ACCOUNT}}:saml-provider/\${2:ProviderName}` },
    Action: 'sts:AssumeRoleWithSAML',
    Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
  }),
  trust('Trust EKS Pod Identity', 'Pods of Amazon EKS take on the role.', {
    Principal: { Service: 'pods.eks.amazonaws.com' },
    Action: ['sts:AssumeRole', 'sts:TagSession'],
  }),
  trust(
    'Trust IAM Roles Anywhere',
    'Holders of certificates of one trust anchor take on the role from outside of AWS.',
    {
      Principal: { Service: 'rolesanywhere.amazonaws.com' },
      Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
      Condition: {
        ArnEquals: {
          'aws:SourceArn': `arn:aws:rolesanywhere:\${1:us-east-1}:\${2:${OWN_ACCOUNT}}:trust-anchor/\${3:TrustAnchorId}`,
        },
      },
    },
  ),
];
