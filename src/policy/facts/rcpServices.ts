/**
 * Service prefixes whose actions a resource control policy can name.
 * Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
 * (November 2026). `kms:RetireGrant` is not restricted by RCPs.
 */
const PREFIXES = `
aoss appconfig appstream autoscaling autoscaling-plans budgets clouddirectory cloudfront cloudsearch
cloudtrail-data codeartifact codebuild codecommit codepipeline cognito-identity cognito-idp comprehend
comprehendmedical compute-optimizer cost-optimization-hub dax dsql dynamodb ecr ecr-public events
firehose fis fms gamelift health inspector-scan kendra kinesisvideo kms logs memorydb networkmonitor
notifications opensearch pca-connector-ad personalize polly pricing resource-groups rolesanywhere s3
secretsmanager servicediscovery signin sqs sts support swf textract timestream-influxdb transcribe
transfer translate wafv2 workspaces xray
`;

export const rcpServices: ReadonlySet<string> = new Set(PREFIXES.trim().split(/\s+/));

/** Actions of those services that RCPs have no effect on; same page. */
export const rcpUnrestrictedActions: readonly string[] = ['kms:RetireGrant'];
