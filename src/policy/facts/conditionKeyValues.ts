/**
 * Values of condition keys that are one of a few.
 * Sources: the keys' pages in https://docs.aws.amazon.com/service-authorization/latest/reference/ and the
 * parameters of the API operations that they are about, and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const TABLE = `
aws:principaltype|Account User FederatedUser AssumedRole Anonymous
s3:x-amz-acl|private public-read public-read-write authenticated-read aws-exec-read bucket-owner-read bucket-owner-full-control log-delivery-write
s3:x-amz-server-side-encryption|AES256 aws:kms aws:kms:dsse
s3:x-amz-storage-class|STANDARD INTELLIGENT_TIERING STANDARD_IA ONEZONE_IA GLACIER GLACIER_IR DEEP_ARCHIVE REDUCED_REDUNDANCY EXPRESS_ONEZONE OUTPOSTS SNOW
s3:x-amz-metadata-directive|COPY REPLACE
s3:x-amz-object-ownership|BucketOwnerEnforced BucketOwnerPreferred ObjectWriter
s3:x-amz-content-sha256|UNSIGNED-PAYLOAD
s3:object-lock-mode|GOVERNANCE COMPLIANCE
s3:object-lock-legal-hold|ON OFF
s3:authtype|REST-HEADER REST-QUERY-STRING POST
s3:signatureversion|AWS4-HMAC-SHA256 AWS4-ECDSA-P256-SHA256
s3:tlsversion|1.2 1.3
s3:accesspointnetworkorigin|VPC Internet
s3express:sessionmode|ReadOnly ReadWrite
ec2:tenancy|default dedicated host
ec2:metadatahttptokens|required optional
ec2:metadatahttpendpoint|enabled disabled
ec2:metadatahttpputresponsehoplimit|1 2
ec2:roledelivery|2.0 1.0
ec2:rootdevicetype|ebs instance-store
ec2:volumetype|gp3 gp2 io2 io1 st1 sc1 standard
ec2:instancemarkettype|on-demand spot capacity-block
ec2:imagetype|machine kernel ramdisk
ec2:createaction|RunInstances CreateVolume CreateSnapshot CreateSnapshots CreateImage CreateLaunchTemplate CreateSecurityGroup CreateVpc CreateSubnet CreateFleet AllocateAddress CopySnapshot CopyImage
kms:keyspec|SYMMETRIC_DEFAULT RSA_2048 RSA_3072 RSA_4096 ECC_NIST_P256 ECC_NIST_P384 ECC_NIST_P521 ECC_SECG_P256K1 HMAC_224 HMAC_256 HMAC_384 HMAC_512 SM2
kms:keyusage|ENCRYPT_DECRYPT SIGN_VERIFY GENERATE_VERIFY_MAC KEY_AGREEMENT
kms:keyorigin|AWS_KMS EXTERNAL AWS_CLOUDHSM EXTERNAL_KEY_STORE
kms:messagetype|RAW DIGEST EXTERNAL_MU
kms:encryptionalgorithm|SYMMETRIC_DEFAULT RSAES_OAEP_SHA_1 RSAES_OAEP_SHA_256 SM2PKE
kms:signingalgorithm|RSASSA_PSS_SHA_256 RSASSA_PSS_SHA_384 RSASSA_PSS_SHA_512 RSASSA_PKCS1_V1_5_SHA_256 RSASSA_PKCS1_V1_5_SHA_384 RSASSA_PKCS1_V1_5_SHA_512 ECDSA_SHA_256 ECDSA_SHA_384 ECDSA_SHA_512
kms:grantconstrainttype|EncryptionContextEquals EncryptionContextSubset
kms:grantoperations|Decrypt Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext ReEncryptFrom ReEncryptTo CreateGrant RetireGrant DescribeKey Sign Verify GetPublicKey GenerateMac VerifyMac DeriveSharedSecret
kms:expirationmodel|KEY_MATERIAL_EXPIRES KEY_MATERIAL_DOES_NOT_EXPIRE
kms:schedulekeydeletionpendingwindowindays|7 14 30
sns:protocol|http https email email-json sms sqs application lambda firehose
dynamodb:select|ALL_ATTRIBUTES ALL_PROJECTED_ATTRIBUTES SPECIFIC_ATTRIBUTES COUNT
dynamodb:returnvalues|NONE ALL_OLD UPDATED_OLD ALL_NEW UPDATED_NEW
dynamodb:returnconsumedcapacity|INDEXES TOTAL NONE
lambda:functionurlauthtype|AWS_IAM NONE
elasticloadbalancing:scheme|internal internet-facing
organizations:policytype|SERVICE_CONTROL_POLICY RESOURCE_CONTROL_POLICY TAG_POLICY BACKUP_POLICY AISERVICES_OPT_OUT_POLICY CHATBOT_POLICY DECLARATIVE_POLICY_EC2 SECURITYHUB_POLICY INSPECTOR_POLICY
rds:databaseengine|aurora-mysql aurora-postgresql mariadb mysql postgres oracle-ee oracle-se2 sqlserver-ee sqlserver-se sqlserver-ex sqlserver-web
rds:storagetype|gp3 gp2 io1 io2
apigateway:request/authorizationtype|NONE AWS_IAM CUSTOM COGNITO_USER_POOLS
apigateway:request/endpointtype|REGIONAL EDGE PRIVATE
elasticfilesystem:createaction|CreateFileSystem CreateAccessPoint
aws:multifactorauthage|3600 28800
sts:durationseconds|900 3600 43200
s3:signatureage|60000 600000
s3:max-keys|100 1000
`;

let parsed: ReadonlyMap<string, readonly string[]> | undefined;

/** By lower-case key; the usual value first. Parsed on first use. */
export function conditionKeyValues(): ReadonlyMap<string, readonly string[]> {
  parsed ??= new Map(
    TABLE.trim()
      .split('\n')
      .map((line) => {
        const [key = '', values = ''] = line.split('|');
        return [key, values.split(' ')] as const;
      }),
  );
  return parsed;
}

/** What numbers of these keys stand for: seconds, and milliseconds of a signature's age. */
export const numberMeanings: Readonly<Record<string, string>> = {
  'aws:multifactorauthage 3600': '1 hour',
  'aws:multifactorauthage 28800': '8 hours',
  'sts:durationseconds 900': '15 minutes',
  'sts:durationseconds 3600': '1 hour',
  'sts:durationseconds 43200': '12 hours',
  's3:signatureage 60000': '1 minute',
  's3:signatureage 600000': '10 minutes',
};

/** Keys whose value is a Region. */
export const regionKeys: ReadonlySet<string> = new Set([
  'aws:requestedregion',
  'account:targetregion',
  'ec2:region',
  'kms:primaryregion',
  'kms:replicaregion',
  's3:locationconstraint',
  'secretsmanager:addreplicaregions',
  'ssm:sourceregion',
]);

/**
 * Services that AWS KMS can be called through, as `kms:ViaService` names them: `s3.eu-west-1.amazonaws.com`.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 * and the values in AWS's managed policies.
 */
export const viaServices: readonly string[] = `
airflow airflow-serverless apprunner appflow athena auditmanager backup backup-gateway bedrock bedrock-agentcore
cassandra cloudwatch codeartifact codecommit codeguru-reviewer comprehend connect dax datazone directoryservice dms
docdb-elastic dsql dynamodb ec2 ecr eks elasticache elasticfilesystem emr-serverless es finspace firehose forecast
fsx geo glue guardduty healthlake identitystore importexport iotsitewise kafka kendra kinesis kinesisvideo lambda
lex license-manager logs lookoutequipment lookoutmetrics lookoutvision managedblockchain mediatailor memorydb mgn
monitron mq neptune-graph nimble profile proton qldb rds redshift redshift-serverless rekognition s3 s3tables
s3vectors sagemaker scheduler secretsmanager ses sns sqlworkbench sqs ssm ssm-contacts ssm-guiconnect ssm-incidents
sso storagegateway timestream wisdom workmail workspaces xray`
  .trim()
  .split(/\s+/);
