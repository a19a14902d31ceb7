import type { PolicyDocument } from '../document';
import { serviceOf, type PolicyKind } from '../kind';
import type { PolicyType, ValidateResourceType } from './model';

/** How Access Analyzer is asked about a document. */
export interface AnalyzerRequest {
  policyType: PolicyType;
  /** Of ValidatePolicy; absent where it has no checks for the type of the resource. */
  resourceType?: ValidateResourceType;
  /** Of CheckNoPublicAccess: the type of resource that the document is most likely on. */
  publicAccessType?: string;
}

const TYPES: Readonly<Record<Exclude<PolicyKind, 'unknown'>, PolicyType>> = {
  identity: 'IDENTITY_POLICY',
  boundary: 'IDENTITY_POLICY',
  session: 'IDENTITY_POLICY',
  resource: 'RESOURCE_POLICY',
  trust: 'RESOURCE_POLICY',
  endpoint: 'RESOURCE_POLICY',
  scp: 'SERVICE_CONTROL_POLICY',
  rcp: 'RESOURCE_CONTROL_POLICY',
};

/**
 * Undefined for a document of unknown kind: what Access Analyzer finds depends on the kind.
 * @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html
 */
export function analyzerRequest(
  document: PolicyDocument,
  kind: PolicyKind,
): AnalyzerRequest | undefined {
  if (kind === 'unknown') return undefined;
  const policyType = TYPES[kind];
  const trust = 'AWS::IAM::AssumeRolePolicyDocument';
  if (kind === 'trust') return { policyType, resourceType: trust, publicAccessType: trust };
  if (kind !== 'resource') return { policyType };
  const resourceType = validateTypeOf(document);
  const publicAccessType = publicAccessTypeOf(document);
  return {
    policyType,
    ...(resourceType ? { resourceType } : {}),
    ...(publicAccessType ? { publicAccessType } : {}),
  };
}

/** The kind of policy that a request of ValidatePolicy is about, and the service of its resource. */
export function kindOfRequest(
  policyType: PolicyType,
  resourceType: ValidateResourceType | undefined,
  contentKind: PolicyKind,
): { kind: PolicyKind; service?: string } {
  switch (policyType) {
    case 'IDENTITY_POLICY':
      return { kind: 'identity' };
    case 'SERVICE_CONTROL_POLICY':
      return { kind: 'scp' };
    case 'RESOURCE_CONTROL_POLICY':
      return { kind: 'rcp' };
    case 'RESOURCE_POLICY':
      break;
  }
  if (resourceType === 'AWS::IAM::AssumeRolePolicyDocument') return { kind: 'trust' };
  // AWS takes a trust policy for one also where the request does not say so.
  if (resourceType === undefined) return { kind: contentKind === 'trust' ? 'trust' : 'resource' };
  return { kind: 'resource', service: SERVICES[resourceType] };
}

const SERVICES: Readonly<
  Record<Exclude<ValidateResourceType, 'AWS::IAM::AssumeRolePolicyDocument'>, string>
> = {
  'AWS::S3::Bucket': 's3',
  'AWS::S3::AccessPoint': 's3',
  'AWS::S3::MultiRegionAccessPoint': 's3',
  'AWS::S3ObjectLambda::AccessPoint': 's3-object-lambda',
  'AWS::DynamoDB::Table': 'dynamodb',
};

function validateTypeOf(document: PolicyDocument): ValidateResourceType | undefined {
  switch (serviceOf(document)) {
    case 's3':
      if (!namesResource(document, 'accesspoint')) return 'AWS::S3::Bucket';
      // Those of several Regions have none in their ARN.
      return document.statements.some(({ resources }) =>
        resources.some(({ arn }) => arn?.service === 's3' && arn.region !== ''),
      )
        ? 'AWS::S3::AccessPoint'
        : 'AWS::S3::MultiRegionAccessPoint';
    case 's3-object-lambda':
      return 'AWS::S3ObjectLambda::AccessPoint';
    case 'dynamodb':
      return namesResource(document, 'table') ? 'AWS::DynamoDB::Table' : undefined;
    default:
      return undefined;
  }
}

/** service|how the resource part begins|type; the first that fits. */
const PUBLIC_TYPES = `
s3|accesspoint|AWS::S3::AccessPoint
s3||AWS::S3::Bucket
s3express|accesspoint|AWS::S3Express::AccessPoint
s3express||AWS::S3Express::DirectoryBucket
s3-outposts|outpost/*/accesspoint|AWS::S3Outposts::AccessPoint
s3-outposts||AWS::S3Outposts::Bucket
s3tables|bucket/*/table|AWS::S3Tables::Table
s3tables||AWS::S3Tables::TableBucket
glacier||AWS::S3::Glacier
dynamodb|table/*/stream|AWS::DynamoDB::Stream
dynamodb||AWS::DynamoDB::Table
elasticfilesystem||AWS::EFS::FileSystem
es||AWS::OpenSearchService::Domain
kinesis|stream/*/consumer|AWS::Kinesis::StreamConsumer
kinesis||AWS::Kinesis::Stream
kms||AWS::KMS::Key
lambda||AWS::Lambda::Function
secretsmanager||AWS::SecretsManager::Secret
sns||AWS::SNS::Topic
sqs||AWS::SQS::Queue
execute-api||AWS::ApiGateway::RestApi
codeartifact||AWS::CodeArtifact::Domain
backup||AWS::Backup::BackupVault
cloudtrail|dashboard|AWS::CloudTrail::Dashboard
cloudtrail||AWS::CloudTrail::EventDataStore
`
  .trim()
  .split('\n')
  .map((line) => {
    const [service = '', resource = '', type = ''] = line.split('|');
    return { service, resource, type };
  });

/**
 * Every type that CheckNoPublicAccess takes, as its API lists them in November 2026.
 * @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CheckNoPublicAccess.html
 */
export const publicAccessTypes: readonly string[] = [
  ...PUBLIC_TYPES.map(({ type }) => type),
  'AWS::IAM::AssumeRolePolicyDocument',
].sort();

function publicAccessTypeOf(document: PolicyDocument): string | undefined {
  const service = serviceOf(document);
  return PUBLIC_TYPES.find(
    (entry) =>
      entry.service === service &&
      (entry.resource === '' || namesResource(document, entry.resource)),
  )?.type;
}

/** Whether some resource of the document begins so; `*` stands for one part between slashes. */
function namesResource({ statements }: PolicyDocument, start: string): boolean {
  const parts = start.split('/');
  return statements.some(({ resources }) =>
    resources.some(({ arn }) => {
      const given = arn?.resource.split(/[:/]/) ?? [];
      return parts.every((part, index) => part === '*' || given[index] === part);
    }),
  );
}
