/**
 * Global condition keys that only some services send. With any other service the key is missing from
 * the request, whatever the policy says.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * (#condition-keys-sourcevpcarn, -vpceaccount, -vpceorgid, -vpceorgpaths; November 2026).
 */
const COMMON = `acm-pca apprunner applicationinsights athena cloudformation comprehendmedical compute-optimizer
datasync discovery ebs ecr ecs firehose healthlake iam iotfleetwise iotwireless kinesisanalytics kms lambda
medical-imaging omics payment-cryptography polly rbin rekognition route53 s3 scheduler servicediscovery
servicequotas ssm-contacts storagegateway textract transcribe transfer`;
const ENDPOINT_OWNER = `${COMMON} dynamodb gamelift shield`;
const ENDPOINT_ORGANIZATION = `${ENDPOINT_OWNER} b2bi cassandra cognito-identity dms ds-data identitystore
iottwinmaker network-firewall pricing ses sms-voice sqs workmail`;

const set = (prefixes: string): ReadonlySet<string> => new Set(prefixes.split(/\s+/));

/** Lower-case key → the service prefixes that send it. */
export const conditionKeyServices: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['aws:sourcevpcarn', set(COMMON)],
  ['aws:vpceaccount', set(ENDPOINT_OWNER)],
  ['aws:vpceorgpaths', set(ENDPOINT_OWNER)],
  ['aws:vpceorgid', set(ENDPOINT_ORGANIZATION)],
]);

/** These keys are not sent for it although its service supports them; same page. */
export const conditionKeyServiceExceptions: readonly string[] = ['iam:PassRole'];

/**
 * Actions whose requests lack `aws:ResourceAccount`, `aws:ResourceOrgID` and `aws:ResourceOrgPaths`.
 * Source: the same page, #condition-keys-resourceaccount.
 */
export const actionsWithoutResourceOwner: readonly string[] = [
  'auditmanager:UpdateAssessmentFrameworkShare',
  'detective:AcceptInvitation',
  'ds:AcceptSharedDirectory',
  'ebs:*',
  'ec2:AcceptTransitGatewayPeeringAttachment',
  'ec2:AcceptVpcEndpointConnections',
  'ec2:AcceptVpcPeeringConnection',
  'ec2:CreateTransitGatewayPeeringAttachment',
  'ec2:CreateVpcEndpoint',
  'ec2:CreateVpcPeeringConnection',
  'guardduty:AcceptAdministratorInvitation',
  'macie2:AcceptInvitation',
  'es:AcceptInboundConnection',
  'route53:AssociateVpcWithHostedZone',
  'route53:CreateVPCAssociationAuthorization',
  'securityhub:AcceptAdministratorInvitation',
];
