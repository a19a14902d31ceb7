/**
 * Identity providers that a role can trust, and the condition keys that say whose tokens it accepts.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 * (providers shared by many customers, where IAM refuses a trust policy without the key, since June 2025),
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export interface OidcProvider {
  /** Host, with a path where the provider's URL has one. Also the prefix of its condition keys. */
  readonly host: string;
  readonly name: string;
  /** The claim that tells customers of the provider apart; IAM asks for it where `shared`. */
  readonly tenantKey: string;
  /** True when one issuer serves every customer of the provider. */
  readonly shared: boolean;
  /** The audience that its documentation gives for AWS; empty where it is the customer's own. */
  readonly audience: string;
  /** What a subject looks like, for completion. */
  readonly subject: string;
}

/** host|name|tenant claim|shared|audience|subject */
const TABLE = `
token.actions.githubusercontent.com|GitHub Actions|sub|yes|sts.amazonaws.com|repo:OWNER/REPOSITORY:ref:refs/heads/BRANCH
gitlab.com|GitLab|sub|yes|https://gitlab.com|project_path:GROUP/PROJECT:ref_type:branch:ref:BRANCH
app.terraform.io|HCP Terraform|sub|yes|aws.workload.identity|organization:ORGANIZATION:project:PROJECT:workspace:WORKSPACE:run_phase:PHASE
agent.buildkite.com|Buildkite|sub|yes|sts.amazonaws.com|organization:ORGANIZATION:pipeline:PIPELINE:ref:REF:commit:COMMIT:step:STEP
vstoken.actions.githubusercontent.com|GitHub (vstoken)|sub|yes||
oidc-configuration.audit-log.githubusercontent.com|GitHub audit log streaming|sub|yes|sts.amazonaws.com|https://github.com/ENTERPRISE
oidc.codefresh.io|Codefresh|sub|yes||account:ACCOUNT:pipeline:PIPELINE
studio.datachain.ai/api|DVC Studio|sub|yes||
scalr.io|Scalr|sub|yes|aws.scalr-run-workload|account:ACCOUNT:environment:ENVIRONMENT:workspace:WORKSPACE
tokens.cloud.shisho.dev|Shisho Cloud|sub|yes||
proidc.upbound.io|Upbound|sub|yes||
oidc.vercel.com|Vercel|aud|yes|https://vercel.com/TEAM|owner:TEAM:project:PROJECT:environment:ENVIRONMENT
api.pulumi.com/oidc|Pulumi Cloud|aud|yes|aws:ORGANIZATION|pulumi:deploy:org:ORGANIZATION:project:PROJECT:stack:STACK:operation:OPERATION
sandboxes.cloud|sandboxes.cloud|aud|yes||
cognito-identity.amazonaws.com|Amazon Cognito identity pools|aud|yes|REGION:IDENTITY-POOL-ID|
accounts.google.com|Google|aud|no||
graph.facebook.com|Facebook|app_id|no||
www.amazon.com|Login with Amazon|app_id|no||
`;

export const oidcProviders: readonly OidcProvider[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [host = '', name = '', claim = '', shared = '', audience = '', subject = ''] =
      line.split('|');
    return {
      host,
      name,
      tenantKey: `${host}:${claim}`,
      shared: shared === 'yes',
      audience,
      subject,
    };
  });

/** Hosts that `Federated` may name without an ARN: the providers that are built into IAM. */
export const builtInProviders: readonly string[] = [
  'cognito-identity.amazonaws.com',
  'www.amazon.com',
  'graph.facebook.com',
  'accounts.google.com',
];

/**
 * The forms `Federated` can have besides: an OIDC provider and a SAML provider of an account
 * (INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY).
 */
export const OIDC_PROVIDER_ARN = /^arn:[\w-]+:iam::\d{12}:oidc-provider\/(?<host>[^\s*?]+)$/;
export const SAML_PROVIDER_ARN = /^arn:[\w-]+:iam::\d{12}:saml-provider\/[\w+=,.@-]{1,128}$/;

/** GitHub's provider, on github.com and on GitHub Enterprise Cloud with data residency. */
export const GITHUB_HOST =
  /^token\.actions\.(githubusercontent\.com|[\w-]+\.ghe\.com)(\/[\w.-]+)?$/;

/**
 * A subject of GitHub names owner and repository before any wildcard. Repositories made after
 * 15 July 2026 have numeric ids in it: `repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main`.
 * Source: https://docs.github.com/en/actions/reference/security/oidc
 */
export const GITHUB_SUBJECT =
  /^repo:(?<owner>[\w.-]+(@\d+)?)\/(?<repository>[\w.-]+(@\d+)?):(?<context>.+)$/;

/** Claims of GitHub's token that IAM knows as condition keys, after the host. Same page. */
export const githubClaims: readonly string[] = [
  'sub',
  'aud',
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'repository_owner_id',
  'workflow',
];

/** SAML: the console's endpoints that `SAML:aud` names, by partition. */
export const samlAudiences: Readonly<Record<string, string>> = {
  aws: 'https://signin.aws.amazon.com/saml',
  'aws-cn': 'https://signin.amazonaws.cn/saml',
  'aws-us-gov': 'https://signin.amazonaws-us-gov.com/saml',
  'aws-eusc': 'https://eusc-de-east-1.signin.amazonaws-eusc.eu/saml',
};

/** The action that a provider's tokens are exchanged with (MISMATCHED_ACTION_FOR_PRINCIPAL). */
export const actionForProvider = {
  oidc: 'sts:AssumeRoleWithWebIdentity',
  saml: 'sts:AssumeRoleWithSAML',
} as const;

/**
 * IAM Roles Anywhere needs all three (MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY) and is narrowed by
 * the trust anchor and the certificate's fields.
 * Source: https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
 */
export const rolesAnywhere = {
  principal: 'rolesanywhere.amazonaws.com',
  actions: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
  conditionKeys: [
    'aws:SourceArn',
    'aws:PrincipalTag/x509Subject/CN',
    'aws:PrincipalTag/x509Issuer/CN',
    'aws:PrincipalTag/x509SAN/DNS',
    'aws:PrincipalTag/x509SAN/URI',
  ],
} as const;

/**
 * EKS Pod Identity needs both.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 */
export const eksPodIdentity = {
  principal: 'pods.eks.amazonaws.com',
  actions: ['sts:AssumeRole', 'sts:TagSession'],
} as const;

/** Actions that a role trust policy can have. Source: the pages above. */
export const trustActions: readonly string[] = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'sts:SetContext',
  'sts:SetSourceIdentity',
  'sts:TagSession',
];
