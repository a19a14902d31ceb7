/**
 * Actions whose answer or effect gives something away, judged when their resource is unrestricted.
 * Sources: the actions that return credentials, collected by Kinnaird McQuade
 * (https://gist.github.com/kmcquade/33860a617e651104d243c324ddf7992a) and kept up to date in Salesforce's
 * Cloudsplaining (https://cloudsplaining.readthedocs.io/en/latest/glossary/credentials-exposure/,
 * https://cloudsplaining.readthedocs.io/en/latest/glossary/data-exfiltration/,
 * https://cloudsplaining.readthedocs.io/en/latest/glossary/resource-exposure/); the newer ones from the
 * service authorization reference.
 */
const list = (names: string): readonly string[] => names.trim().split(/\s+/);

/** The answer holds a password, key or token that can be used as it is. */
export const credentialActions = list(`
airflow:CreateCliToken airflow:CreateWebLoginToken appsync:CreateApiKey chime:CreateApiKey
codeartifact:GetAuthorizationToken codepipeline:PollForJobs cognito-identity:GetCredentialsForIdentity
cognito-identity:GetOpenIdToken cognito-identity:GetOpenIdTokenForDeveloperIdentity connect:GetFederationToken
ec2:GetPasswordData ecr:GetAuthorizationToken ecr-public:GetAuthorizationToken
emr-containers:GetManagedEndpointSessionCredentials emr-serverless:AccessLivyEndpoints
gamelift:GetComputeAccess gamelift:GetComputeAuthToken gamelift:GetInstanceAccess
gamelift:RequestUploadCredentials grafana:CreateWorkspaceApiKey grafana:CreateWorkspaceServiceAccountToken
iam:CreateAccessKey iam:CreateLoginProfile iam:CreateServiceSpecificCredential
iam:ResetServiceSpecificCredential iam:UpdateAccessKey license-manager:GetAccessToken
lightsail:CreateBucketAccessKey lightsail:DownloadDefaultKeyPair lightsail:GetInstanceAccessDetails
lightsail:GetRelationalDatabaseMasterUserPassword mediapackage:RotateChannelCredentials
mediapackage:RotateIngestEndpointCredentials rds-db:connect redshift:GetClusterCredentials
redshift:GetClusterCredentialsWithIAM redshift-serverless:GetCredentials s3:GetDataAccess
sts:AssumeRole sts:AssumeRoot sts:GetFederationToken sts:GetSessionToken
sts:GetWebIdentityToken
`);

/** The answer holds data or secrets of the account. */
export const dataActions = list(`
athena:GetQueryResults dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query dynamodb:Scan
ebs:GetSnapshotBlock kinesis:GetRecords kms:Decrypt lambda:GetFunction logs:GetLogEvents
rds:CopyDBSnapshot rds:DownloadCompleteDBLogFile rds-data:ExecuteStatement redshift-data:GetStatementResult
s3:GetObject s3:GetObjectVersion secretsmanager:BatchGetSecretValue secretsmanager:GetSecretValue
sqs:ReceiveMessage ssm:GetParameter ssm:GetParameterHistory ssm:GetParameters ssm:GetParametersByPath
`);

/** The effect can open a resource to other accounts or to everyone. */
export const resourceExposureActions = list(`
acm-pca:PutPolicy backup:PutBackupVaultAccessPolicy bedrock:PutResourcePolicy codeartifact:PutDomainPermissionsPolicy
codeartifact:PutRepositoryPermissionsPolicy dynamodb:PutResourcePolicy ec2:ModifyImageAttribute
ec2:ModifySnapshotAttribute ec2:ModifyVpcEndpointServicePermissions ecr:SetRepositoryPolicy
ecr-public:SetRepositoryPolicy elasticfilesystem:PutFileSystemPolicy es:UpdateDomainConfig
events:PutPermission glacier:SetVaultAccessPolicy glue:PutResourcePolicy
iam:UpdateAssumeRolePolicy kinesis:PutResourcePolicy kms:CreateGrant kms:PutKeyPolicy
lambda:AddLayerVersionPermission lambda:AddPermission lambda:CreateFunctionUrlConfig logs:PutResourcePolicy
mediastore:PutContainerPolicy organizations:PutResourcePolicy ram:CreateResourceShare rds:ModifyDBSnapshotAttribute
rds:ModifyDBClusterSnapshotAttribute redshift:AuthorizeSnapshotAccess s3:PutAccessPointPolicy
s3:PutAccountPublicAccessBlock s3:PutBucketAcl s3:PutBucketPolicy s3:PutBucketPublicAccessBlock
s3:PutObjectAcl secretsmanager:PutResourcePolicy serverlessrepo:PutApplicationPolicy ses:PutIdentityPolicy
sns:AddPermission sns:SetTopicAttributes sqs:AddPermission sqs:SetQueueAttributes
`);
