import type { Severity } from './accessAnalyzerCodes';

/**
 * How long a policy may be, by what it is attached to, and how the characters are counted.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (March 2026),
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html (2026) and the
 * pages at each entry.
 */
export interface SizeQuota {
  /** For people: "managed policy". */
  readonly what: string;
  /** Default maximum, in characters or bytes. */
  readonly maximum: number;
  /** What can be asked for, when it can be raised. */
  readonly onRequest?: number;
  readonly unit: 'characters' | 'bytes';
  /** `without-whitespace`: white space is not counted; `as-stored`: all that is sent counts. */
  readonly counting: 'without-whitespace' | 'as-stored';
  /** True when all inline policies of the identity are summed. */
  readonly summed?: boolean;
  readonly code: string;
  readonly severity: Severity;
  readonly url: string;
}

const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html';
const ORGANIZATIONS =
  'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html';

const identity = {
  unit: 'characters',
  counting: 'without-whitespace',
  severity: 'warning',
} as const;
const resource = {
  counting: 'as-stored',
  severity: 'warning',
  code: 'POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA',
} as const;
const IDENTITY_CODE = 'POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA';

export const identityQuotas = {
  managed: { ...identity, what: 'managed policy', maximum: 6144, code: IDENTITY_CODE, url: IAM },
  user: {
    ...identity,
    what: 'all inline policies of a user',
    maximum: 2048,
    summed: true,
    code: IDENTITY_CODE,
    url: IAM,
  },
  group: {
    ...identity,
    what: 'all inline policies of a group',
    maximum: 5120,
    summed: true,
    code: IDENTITY_CODE,
    url: IAM,
  },
  role: {
    ...identity,
    what: 'all inline policies of a role',
    maximum: 10240,
    summed: true,
    code: IDENTITY_CODE,
    url: IAM,
  },
  boundary: {
    ...identity,
    what: 'permissions boundary',
    maximum: 6144,
    code: IDENTITY_CODE,
    url: IAM,
  },
  session: {
    ...identity,
    what: 'session policy',
    maximum: 2048,
    counting: 'as-stored',
    code: IDENTITY_CODE,
    url: IAM,
  },
  trust: {
    ...identity,
    what: 'role trust policy',
    maximum: 2048,
    onRequest: 4096,
    code: 'POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA',
    url: IAM,
  },
  scp: {
    what: 'service control policy',
    maximum: 10240,
    unit: 'characters',
    counting: 'as-stored',
    code: 'POLICY_SIZE_EXCEEDS_SCP_QUOTA',
    severity: 'error',
    url: ORGANIZATIONS,
  },
  rcp: {
    what: 'resource control policy',
    maximum: 5120,
    unit: 'characters',
    counting: 'as-stored',
    code: 'POLICY_SIZE_EXCEEDS_RCP_QUOTA',
    severity: 'error',
    url: ORGANIZATIONS,
  },
  endpoint: {
    ...resource,
    what: 'VPC endpoint policy',
    maximum: 20480,
    unit: 'characters',
    url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  },
} as const satisfies Record<string, SizeQuota>;

/** prefix|what|maximum|unit|page */
const RESOURCE_TABLE = `
s3|bucket policy|20480|bytes|https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
kms|key policy|32768|bytes|https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
sns|topic policy|30720|bytes|https://docs.aws.amazon.com/general/latest/gr/sns.html
secretsmanager|secret policy|20480|characters|https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
lambda|function policy|20480|bytes|https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
ecr|repository policy|10240|bytes|https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html
dynamodb|table or stream policy|20480|bytes|https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html
glue|Data Catalog policy|10240|bytes|https://docs.aws.amazon.com/glue/latest/dg/security_iam_resource-based-policy-examples.html
glacier|vault policy|20480|bytes|https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-access-policy.html
elasticfilesystem|file system policy|20000|characters|https://docs.aws.amazon.com/efs/latest/ug/API_PutFileSystemPolicy.html
events|event bus policy|10240|bytes|https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
logs|CloudWatch Logs resource policy|5120|characters|https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html
apigateway|API resource policy|8192|bytes|https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
acm-pca|private CA policy|81920|characters|https://docs.aws.amazon.com/privateca/latest/APIReference/API_PutPolicy.html
codeartifact|domain or repository policy|5120|characters|https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_PutDomainPermissionsPolicy.html
organizations|delegation policy|40000|characters|https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
`;

/** By the service's prefix: the quota of the policies on its resources. */
export const resourceQuotas: ReadonlyMap<string, SizeQuota> = new Map(
  RESOURCE_TABLE.trim()
    .split('\n')
    .map((line) => {
      const [prefix = '', what = '', maximum = '', unit = '', url = ''] = line.split('|');
      const quota = {
        ...resource,
        what,
        maximum: Number(maximum),
        unit: unit as SizeQuota['unit'],
        url,
      };
      return [prefix, quota] as const;
    }),
);
