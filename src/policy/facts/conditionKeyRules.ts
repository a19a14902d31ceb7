/**
 * Rules about single condition keys, each with its source.
 */

const KEYS_PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

/**
 * Sensitive keys: a wildcard or a policy variable in their values serves no purpose and is refused.
 * Source: KEYS_PAGE#condition-keys-sensitive (WILDCARD_USAGE_TOO_PERMISSIVE,
 * VARIABLE_USAGE_TOO_PERMISSIVE).
 */
export const sensitiveKeys: readonly string[] = [
  'aws:PrincipalAccount',
  'aws:PrincipalOrgID',
  'aws:ResourceAccount',
  'aws:ResourceOrgID',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:VpceAccount',
  'aws:VpceOrgID',
];

/**
 * Keys whose value the caller can set: no access control (UNTRUSTWORTHY_CONDITION_KEY).
 * Source: KEYS_PAGE#condition-keys-referer, #condition-keys-useragent.
 */
export const untrustworthyKeys: readonly string[] = ['aws:referer', 'aws:UserAgent'];

export interface ReplacedKey {
  readonly key: string;
  /** What to write instead; several where the purpose decides. */
  readonly instead: readonly string[];
  /** True when AWS no longer evaluates it (UNSUPPORTED_GLOBAL_CONDITION_KEY). */
  readonly unsupported: boolean;
}

/**
 * Global keys that were replaced.
 * Source: the checks "Deprecated global condition key" and "Unsupported global condition key",
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html, and
 * https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html (aws:SourceOwner).
 */
export const replacedKeys: readonly ReplacedKey[] = [
  { key: 'aws:ARN', instead: ['aws:PrincipalArn', 'aws:SourceArn'], unsupported: true },
  { key: 'aws:SourceOwner', instead: ['aws:SourceAccount'], unsupported: false },
];

export interface PairedKeys {
  readonly key: string;
  /** Any one of these in the same condition block is enough. */
  readonly needs: readonly string[];
  readonly why: string;
  readonly url: string;
}

/**
 * Keys that say too little alone (MISSING_PAIRED_CONDITION_KEYS).
 * Source: KEYS_PAGE#condition-keys-vpcsourceip.
 */
export const pairedKeys: readonly PairedKeys[] = [
  {
    key: 'aws:VpcSourceIp',
    needs: ['aws:SourceVpc', 'aws:SourceVpce', 'aws:SourceVpcArn'],
    why: 'Two VPCs can use the same private addresses',
    url: `${KEYS_PAGE}#condition-keys-vpcsourceip`,
  },
];

/**
 * Keys that are only sent when a tag key follows the slash (MISSING_TAG_KEY_IN_CONDITION). A service's
 * own keys of this kind are those of the catalog that end in `/${TagKey}` or the like.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
 */
export const keysWithTagKey: readonly string[] = [
  'aws:PrincipalTag/',
  'aws:RequestTag/',
  'aws:ResourceTag/',
];

/** The tag keys that AWS judges by service (…_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE). */
export const tagKeysJudgedByService: readonly string[] = ['aws:ResourceTag/'];

export interface ActionForKey {
  readonly key: string;
  readonly action: string;
  readonly url: string;
}

/**
 * Keys that a request only has when an action is called that the statement must list beside
 * (MISSING_ACTION_FOR_CONDITION_KEY).
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html
 */
export const actionsForKeys: readonly ActionForKey[] = [
  {
    key: 'sts:SourceIdentity',
    action: 'sts:SetSourceIdentity',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html',
  },
  {
    key: 'sts:TransitiveTagKeys',
    action: 'sts:TagSession',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html',
  },
];

/**
 * Keys about an account that a service principal has none of (UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL).
 * Source: KEYS_PAGE, availability of each key; the check names `aws:PrincipalOrgID` with
 * `cloudfront.amazonaws.com`.
 */
export const keysNotSentByServicePrincipals: readonly string[] = [
  'aws:PrincipalOrgID',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalArn',
  'aws:PrincipalTag/',
  'aws:username',
  'aws:MultiFactorAuthPresent',
  'aws:MultiFactorAuthAge',
];

/**
 * Keys that restrict on whose behalf a service principal acts; one of them ends
 * RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export const confusedDeputyKeys: readonly string[] = [
  'aws:SourceArn',
  'aws:SourceAccount',
  'aws:SourceOrgID',
  'aws:SourceOrgPaths',
];

/** Keys people use instead of those (RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL). */
export const weakSourceKeys: readonly string[] = ['aws:referer', 'aws:SourceOwner'];

/**
 * Keys that say nothing in the policy of the resource itself (IRRELEVANT_CONDITION_KEY_IN_POLICY).
 * Sources: the check's page, which names s3:ResourceAccount in bucket and access point policies, and
 * https://docs.aws.amazon.com/kms/latest/developerguide/tag-authorization.html (AWS KMS refuses these in
 * a key policy).
 */
export const irrelevantInResourcePolicy: ReadonlyArray<{
  readonly key: string;
  readonly service: string;
}> = [
  { key: 's3:ResourceAccount', service: 's3' },
  { key: 'aws:ResourceAccount', service: 's3' },
  { key: 'aws:ResourceOrgID', service: 's3' },
  { key: 'aws:ResourceOrgPaths', service: 's3' },
  { key: 'aws:ResourceTag/', service: 'kms' },
  { key: 'kms:ResourceAliases', service: 'kms' },
];

/**
 * Keys with the prefix of a service that come with the caller's credentials, so requests to every service
 * may have them. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
 */
export const keysOfCredentials: readonly string[] = [
  'ec2:RoleDelivery',
  'ec2:SourceInstanceARN',
  'glue:CredentialIssuingService',
  'glue:RoleAssumedBy',
  'identitystore:UserId',
  'lambda:SourceFunctionArn',
  'ssm:SourceInstanceArn',
  'sts:SourceIdentity',
];
