import type { KeyType } from './conditionOperators';

/**
 * Global condition keys: type, single- or multivalued, about what, and when a request has them.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * (November 2026). A key of the catalog that is missing here is a known key all the same.
 */
export interface GlobalConditionKey {
  readonly key: string;
  readonly type: KeyType;
  readonly multivalued: boolean;
  readonly about: 'principal' | 'session' | 'network' | 'resource' | 'request';
  /**
   * Whose requests have it: everyone's; those signed by an IAM principal (never a service principal);
   * those that a service principal makes itself; those of role sessions.
   */
  readonly sentFor: 'all' | 'iam' | 'service' | 'session';
  /** True when it may be missing from a request, so `IfExists` or `Null` make sense. */
  readonly optional: boolean;
  /** One sentence for hover. */
  readonly text: string;
  /** AWS's documentation of the key. */
  readonly url: string;
}

const PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

/** key|type, [] multivalued|about|sentFor, ? optional|text */
const TABLE = `
aws:PrincipalArn|ARN|principal|iam|ARN of the principal that made the request; of the role, not of its session
aws:PrincipalAccount|String|principal|all|Account of the principal; "anonymous" for unsigned requests
aws:PrincipalOrgPaths|String[]|principal|iam?|Path of the principal's account in its organization
aws:PrincipalOrgID|String|principal|iam?|Organization of the principal's account
aws:PrincipalTag/|String|principal|iam?|Tag of the principal
aws:PrincipalIsAWSService|Bool|principal|all|Whether a service principal makes the call to the resource itself
aws:PrincipalServiceName|String|principal|service?|Name of the service principal that makes the call
aws:PrincipalServiceNamesList|String[]|principal|service?|All names of the service principal that makes the call
aws:PrincipalType|String|principal|all|Kind of principal: Account, User, FederatedUser, AssumedRole, Anonymous
aws:userid|String|principal|all|Unique id of the principal
aws:username|String|principal|iam?|Name of the IAM user
aws:AssumedRoot|Bool|session|iam?|Whether the session came from sts:AssumeRoot
aws:FederatedProvider|String|session|session?|Identity provider of the session
aws:TokenIssueTime|Date|session|iam?|When the temporary credentials were issued
aws:SignInSessionArn|ARN|session|session?|Sign-in session that the credentials came from
aws:MultiFactorAuthAge|Numeric|session|iam?|Seconds since the principal authenticated with MFA
aws:MultiFactorAuthPresent|Bool|session|iam?|Whether the temporary credentials were issued with MFA; missing for access keys
aws:ChatbotSourceArn|ARN|session|session?|Chat configuration that the session came from
aws:Ec2InstanceSourceVpc|String|session|session?|VPC of the EC2 instance that the role credentials were delivered to
aws:Ec2InstanceSourcePrivateIPv4|IPAddress|session|session?|Private address of the EC2 instance that the role credentials were delivered to
aws:SourceIdentity|String|session|session?|Source identity that was set when the role was assumed
ec2:RoleDelivery|Numeric|session|session?|Version of the instance metadata service that delivered the credentials
ec2:SourceInstanceArn|ARN|session|session?|EC2 instance that the role session was made for
glue:RoleAssumedBy|String|session|session?|Set by AWS Glue when it makes a request with a service role
glue:CredentialIssuingService|String|session|session?|Set by AWS Glue on credentials that its jobs get
codebuild:BuildArn|ARN|session|session?|Build that the request came from
codebuild:ProjectArn|ARN|session|session?|Build project that the request came from
lambda:SourceFunctionArn|ARN|session|session?|Lambda function that the request came from
ssm:SourceInstanceArn|ARN|session|session?|Managed instance that the role session was made for
identitystore:UserId|String|session|session?|IAM Identity Center user of an identity-enhanced session
aws:SourceIp|IPAddress|network|all?|Public address of the requester; missing for requests through a VPC endpoint
aws:SourceVpc|String|network|all?|VPC that the request came through by a VPC endpoint
aws:SourceVpcArn|ARN|network|all?|ARN of the VPC that the request came through by a VPC endpoint
aws:SourceVpce|String|network|all?|VPC endpoint that the request came through
aws:VpceAccount|String|network|all?|Account that owns the VPC endpoint
aws:VpceOrgID|String|network|all?|Organization that owns the VPC endpoint
aws:VpceOrgPaths|String[]|network|all?|Path of the VPC endpoint's account in its organization
aws:VpcSourceIp|IPAddress|network|all?|Private address of the requester behind a VPC endpoint
aws:ResourceAccount|String|resource|all?|Account that owns the resource
aws:ResourceOrgID|String|resource|all?|Organization of the account that owns the resource
aws:ResourceOrgPaths|String[]|resource|all?|Path of the resource's account in its organization
aws:ResourceTag/|String|resource|all?|Tag of the resource
aws:CalledVia|String[]|request|iam?|Services that made the request with the principal's credentials
aws:CalledViaFirst|String|request|iam?|First service that made the request with the principal's credentials
aws:CalledViaLast|String|request|iam?|Last service that made the request with the principal's credentials
aws:CalledViaAWSMCP|String|request|iam?|AWS MCP server that made the request for the principal
aws:ViaAWSService|Bool|request|all|Whether a service makes the request with the principal's credentials
aws:ViaAWSMCPService|Bool|request|all?|Whether an AWS MCP server makes the request for the principal
aws:CurrentTime|Date|request|all|Date and time of the request
aws:EpochTime|Date|request|all|Date and time of the request in seconds since 1970
aws:referer|String|request|all?|Referer header, which the caller can set to anything
aws:RequestedRegion|String|request|all|Region that the request was sent to
aws:RequestTag/|String|request|all?|Tag that the request passes
aws:TagKeys|String[]|request|all?|Tag keys that the request passes
aws:SecureTransport|Bool|request|all|Whether the request was sent over TLS
aws:SourceArn|ARN|request|service?|Resource for which the service principal makes the request
aws:SourceAccount|String|request|service?|Account of the resource for which the service principal makes the request
aws:SourceOrgID|String|request|service?|Organization of the resource for which the service principal makes the request
aws:SourceOrgPaths|String[]|request|service?|Organization path of the resource for which the service principal makes the request
aws:SourceOwner|String|request|service?|Account of the sender, in requests of Amazon SNS and S3 only; aws:SourceAccount replaces it
aws:UserAgent|String|request|all?|User-Agent header, which the caller can set to anything
aws:IsMcpServiceAction|Bool|request|all?|Whether an MCP service authorises an action of its own
`;

let parsed: ReadonlyMap<string, GlobalConditionKey> | undefined;

function parseLine(line: string): GlobalConditionKey {
  const [key = '', type = '', about = '', sentFor = '', text = ''] = line.split('|');
  const anchor = key.replace(/^aws:/, '').replace(/:/, '-').replace(/\/$/, '').toLowerCase();
  return {
    key,
    type: type.replace('[]', '') as KeyType,
    multivalued: type.endsWith('[]'),
    about: about as GlobalConditionKey['about'],
    sentFor: sentFor.replace('?', '') as GlobalConditionKey['sentFor'],
    optional: sentFor.endsWith('?'),
    text,
    url: `${PAGE}#condition-keys-${anchor}`,
  };
}

/** By lower-case key; keys that need a tag key end in `/`. Parsed on first use. */
export function globalConditionKeys(): ReadonlyMap<string, GlobalConditionKey> {
  parsed ??= new Map(
    TABLE.trim()
      .split('\n')
      .map(parseLine)
      .map((entry) => [entry.key.toLowerCase(), entry]),
  );
  return parsed;
}

/** Finds a key without regard to case; `aws:RequestTag/team` is found as `aws:RequestTag/`. */
export function findGlobalConditionKey(key: string): GlobalConditionKey | undefined {
  const lower = key.toLowerCase();
  const slash = lower.indexOf('/');
  return globalConditionKeys().get(slash === -1 ? lower : lower.slice(0, slash + 1));
}
