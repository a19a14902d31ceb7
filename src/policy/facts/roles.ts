/**
 * Facts about passing roles and about service-linked roles.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */

export const passRole = {
  action: 'iam:PassRole',
  /** With this key in the statement a wildcard in the role's name is no finding. */
  serviceKey: 'iam:PassedToService',
  /** The other key that narrows PassRole; it does not say to which service. */
  resourceKey: 'iam:AssociatedResourceArn',
} as const;

export const createServiceLinkedRole = {
  action: 'iam:CreateServiceLinkedRole',
  serviceKey: 'iam:AWSServiceName',
  /** Resource part of the ARN of every service-linked role. */
  resource: 'role/aws-service-role/',
} as const;

/**
 * How the names of roles begin that are taken as meant for one service, so that a wildcard after it is
 * no PASS_ROLE_WITH_STAR_IN_RESOURCE: these, and every service prefix of the catalog.
 * Sources: the check's page (`arn:aws:iam::*:role/Service*` "might not generate a finding") and the
 * resources of iam:PassRole in AWS's managed policies.
 */
export const serviceRoleNamePrefixes: readonly string[] = [
  'service-role/',
  'aws-service-role/',
  'AWS',
  'aws-',
  'Amazon',
  'CodeStarWorker',
  'StatesExecutionRole',
];

/**
 * Prefixes of unique ids that stand in a Principal when the role or user behind them is gone
 * (INVALID_ROLE_REFERENCE, INVALID_USER_REFERENCE).
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
 */
export const uniqueIdPrefixes: Readonly<Record<string, string>> = {
  ABIA: 'STS service bearer token',
  ACCA: 'context-specific credential',
  AGPA: 'user group',
  AIDA: 'IAM user',
  AIPA: 'EC2 instance profile',
  AKIA: 'access key',
  ANPA: 'managed policy',
  ANVA: 'version of a managed policy',
  APKA: 'public key',
  AROA: 'role',
  ASCA: 'certificate',
  ASIA: 'temporary access key',
};
export const UNIQUE_ID = /^A[A-Z]{3}[A-Z0-9]{12,124}$/;

/**
 * Operators that compare ARNs as text and so can match more than meant; use the ARN operator
 * (STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS). The named managed policies are AWS's exceptions.
 */
export const stringLikeForArn: Readonly<Record<string, string>> = {
  StringLike: 'ArnLike',
  StringNotLike: 'ArnNotLike',
};

/**
 * Keys whose value is one KMS key (INVALID_KMS_KEY_VALUE: the value must be the ARN of a key).
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/find-cmk-id-arn.html and the services' keys.
 */
export const kmsKeyArnKeys: readonly string[] = [
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  's3express:x-amz-server-side-encryption-aws-kms-key-id',
  'backup:KmsKeyArn',
  'ebs:KmsKeyId',
];
export const KMS_KEY_ARN =
  /^arn:[\w-]+:kms:[a-z0-9-]+:\d{12}:key\/(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * Formats of ids in conditions (INVALID_VPC_FORMAT, INVALID_VPCE_FORMAT): 8 or 17 characters.
 * Source: the checks' page.
 */
export const VPC_ID = /^vpc-([0-9a-z]{8}|[0-9a-z]{17})$/;
export const VPC_ENDPOINT_ID = /^vpce-([0-9a-z]{8}|[0-9a-z]{17})$/;
