/**
 * Services whose resources have policies of their own, with the resource types that carry one.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 * (column "Resource-based policies"), each service's guide, and the catalog's actions that set such a policy
 * (`PutResourcePolicy` and the like); November 2026.
 */
export interface ResourcePolicyService {
  readonly prefix: string;
  /** What people call the policy: "bucket policy". */
  readonly what: string;
  /** How the resource part of the ARNs that it names begins; undefined: any ARN of the service. */
  readonly resource: string | undefined;
  /** Prefixes of the actions that it can name besides the service's own. */
  readonly alsoActions: readonly string[];
  /** True where `Resource` may be left out or is `*` because the policy is on one resource. */
  readonly starResource: boolean;
}

/** prefix|what|resource part|also actions|star */
const TABLE = `
s3|bucket or access point policy||s3-object-lambda|
s3express|directory bucket or access point policy|||
s3files|file system policy|||star
s3-outposts|S3 on Outposts policy|||
s3-object-lambda|Object Lambda Access Point policy||s3|
s3tables|table bucket or table policy|||
s3vectors|vector bucket policy|||
kms|key policy|key/||star
sqs|queue policy|||star
sns|topic policy|||star
lambda|function or layer policy|||
secretsmanager|secret policy|||star
ecr|repository or registry policy|||star
ecr-public|public repository policy|||star
dynamodb|table or stream policy|||star
dsql|cluster policy|||star
kinesis|stream policy|||star
glue|Data Catalog policy|||
glacier|vault policy|||
elasticfilesystem|file system policy|||star
fsx|volume policy|||star
es|domain policy|||star
opensearch|domain policy||es|star
osis|pipeline policy|||star
events|event bus policy|||star
schemas|schema registry policy|||
logs|CloudWatch Logs resource policy|||
oam|sink policy||cloudwatch logs xray applicationinsights internetmonitor application-signals|star
rum|app monitor policy|||star
aps|workspace policy|||star
apigateway|API resource policy||execute-api|star
execute-api|API resource policy|||star
cloudfront|distribution policy|||star
acm-pca|private CA policy|||star
payment-cryptography|key policy|||star
codeartifact|domain or repository policy|||star
codebuild|project or report group policy|||star
backup|backup vault policy|||star
mediastore|container policy|||
ses|sending authorization policy|||star
sms-voice|phone number or pool policy|||star
serverlessrepo|application policy|||star
ssm|parameter or OpsItem group policy|||star
ssm-contacts|contact policy|||star
ssm-incidents|response plan policy|||star
redshift|data share or integration policy|||star
redshift-serverless|snapshot policy|||star
odb|network policy|||star
vpc-lattice|service or service network auth policy||vpc-lattice-svcs|star
vpc-lattice-svcs|service or service network auth policy||vpc-lattice|star
network-firewall|rule group or firewall policy share|||star
networkmanager|core network policy|||star
ec2|IPAM or group policy|||star
lex|bot or bot alias policy|||star
bedrock|resource policy|||star
bedrock-agentcore|runtime or gateway policy|||star
agent-registry|registry policy|||star
qbusiness|application policy|||star
aws-marketplace|entity policy|||star
comprehend|model policy|||star
rekognition|project policy|||star
cloudtrail|channel or event data store policy|||star
cloudhsm|backup policy|||star
entityresolution|workflow policy|||star
imagebuilder|component, image or recipe policy|||star
omics|sequence store policy||s3|star
organizations|delegation policy|||
billing|billing view policy|||star
mpa|approval team policy|||star
refactor-spaces|environment policy|||star
resource-explorer-2|view policy|||star
route53-recovery-control-config|cluster policy|||star
arc-region-switch|plan policy|||star
sagemaker|model package group or hub policy|||star
servicecatalog|application or attribute group policy|||star
servicediscovery|namespace policy|||star
signin|sign-in resource policy|||star
kafka|cluster policy||kafka-cluster|star
appsync|API share policy|||star
xray|resource policy|||star
`;

let parsed: ReadonlyMap<string, ResourcePolicyService> | undefined;

/** By prefix of the service. Parsed on first use. */
export function resourcePolicyServices(): ReadonlyMap<string, ResourcePolicyService> {
  parsed ??= new Map(
    TABLE.trim()
      .split('\n')
      .map((line) => {
        const [prefix = '', what = '', resource = '', also = '', star = ''] = line.split('|');
        return [
          prefix,
          {
            prefix,
            what,
            resource: resource || undefined,
            alsoActions: also ? also.split(' ') : [],
            starResource: star === 'star',
          },
        ];
      }),
  );
  return parsed;
}
