/**
 * Services that a VPC endpoint can be for, by the prefix of their actions: an endpoint policy that
 * names another service has no effect. Gateway endpoints exist for Amazon S3 and DynamoDB.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 * (2026), endpoint names turned into action prefixes.
 */
const PREFIXES = `
access-analyzer account acm acm-pca airflow amplify aoss apigateway app-integrations appconfig
application-autoscaling application-signals applicationinsights appmesh apprunner appstream appsync apptest
aps arsenal athena auditmanager autoscaling autoscaling-plans awsconnector b2bi backup backup-gateway batch
bcm-data-exports bcm-pricing-calculator bedrock bedrock-agentcore billing billingconductor braket cases
cassandra ce cleanrooms cleanrooms-ml clouddirectory cloudformation cloudfront cloudhsm cloudtrail cloudwatch
codeartifact codebuild codecommit codeconnections codedeploy codeguru-profiler codeguru-reviewer codepipeline
codestar-connections codewhisperer cognito-identity cognito-idp comprehend comprehendmedical compute-optimizer
config connect connect-campaigns controlcatalog controltower cost-optimization-hub databrew dataexchange datasync
datazone deadline detective devops-guru directconnect discovery dlm dms drs ds ds-data dsql dynamodb ebs ec2
ec2messages ecr ecs eks eks-auth elasticache elasticbeanstalk elasticfilesystem elasticloadbalancing
elasticmapreduce emr-containers emr-serverless entityresolution events evs execute-api finspace finspace-api
firehose fis fms forecast frauddetector freetier fsx gamelift gameliftstreams geo geo-maps geo-places geo-routes
glue grafana greengrass groundstation guardduty health healthlake iam identitystore imagebuilder inspector-scan
inspector2 internetmonitor iot iotdeviceadvisor iotfleetwise iotmanagedintegrations iotsitewise
iottwinmaker iotwireless ivs kafka kendra kendra-ranking kinesis kinesisanalytics kms lakeformation lambda
launchwizard lex license-manager license-manager-linux-subscriptions license-manager-user-subscriptions
lightsail logs lookoutequipment lookoutvision m2 macie2 managedblockchain managedblockchain-query mediaconnect
mediaconvert medical-imaging memorydb mgn migrationhub-orchestrator migrationhub-strategy mobiletargeting mq
neptune-graph network-firewall networkflowmonitor networkmanager networkmonitor notifications
notifications-contacts oam observabilityadmin omics organizations osis outposts panorama payment-cryptography pcs
personalize pi pipes polly pricing profile proton q qapps qbusiness quicksight ram rbin rds rds-data redshift
redshift-data redshift-serverless refactor-spaces rekognition resource-explorer-2 resource-groups rolesanywhere
route53 route53globalresolver rum s3 s3-object-lambda s3-outposts s3express s3tables sagemaker savingsplans
scheduler schemas scn secretsmanager securityhub securitylake serverlessrepo servicecatalog servicediscovery
servicequotas ses signin simspaceweaver sms-voice snow-device-management sns social-messaging sqs ssm ssm-contacts
ssm-incidents ssm-quicksetup ssm-sap ssmmessages states storagegateway sts support swf synthetics tag tax textract
thinclient timestream timestream-influxdb tnb transcribe transfer transform-custom translate trustedadvisor
user-subscriptions verifiedpermissions voiceid vpc-lattice wafv2 wellarchitected wisdom workmail
workmailmessageflow workspaces workspaces-web xray
`;

export const vpcEndpointServices: ReadonlySet<string> = new Set(PREFIXES.trim().split(/\s+/));

/** Services whose endpoint is a gateway as well: their policies are what people mostly write. */
export const gatewayEndpointServices: readonly string[] = ['s3', 'dynamodb'];
