/**
 * Service principals that are known to exist. The list is never complete: an unknown one is at most a
 * hint with the nearest name.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services,
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services_list.html, and the service
 * names in the conditions of AWS's managed policies (November 2026);
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html (logging.s3).
 */
const NAMES = `
a4b access-analyzer access-grants.s3 account account-access acm acm-pca aco-automation agent-registry
agent.wellarchitected agentless.inspector2 aiops airflow airflow-env airflow-serverless ami.inspector2 amplify
apidestinations.events apigateway appconfig appfabric appflow appintegrations application-autoscaling
application-insights application-signals.cloudwatch application-transformation appmesh apprunner appstream
appstream.application-autoscaling appsync aps arc-region-switch arczonalshift athena auditmanager autoscaling
aws-artifact-account-sync aws-external-anthropic aws-mcp awsconnector backup backup-storage batch bcm-data-exports
bedrock bedrock-agentcore bedrock-mantle billing-cost-management billingconductor billingreports braket
budgets build.apprunner cassandra cassandra-streams cassandra.application-autoscaling ce channels.lex
channels.lexv2 chatbot chime cleanrooms cleanrooms-ml cloud9 cloudformation cloudfront cloudhsm cloudsearch
cloudtrail cloudwatch cloudwatch-crossaccount codeartifact codebuild codecatalyst codecatalyst-runner codecommit
codedeploy codeguru-profiler codeguru-reviewer codeguru-security codepipeline codestar codestar-notifications
cognito-identity cognito-idp cognito-sync comprehend compute-optimizer config config-conforms
config-multiaccountsetup connect connect-campaigns context.cloudtrail continuousexport.discovery
contributorinsights.dynamodb controltower cost-optimization-hub.bcm costalerts credentials.iot custom.rds
custom.rds-preview databrew dataexchange datapipeline datasync datazone datazonecontrol dax deadline
delivery.logs detective devops-guru directconnect directquery.opensearchservice
discovery dlm dms dmsintegration.migrationhub docdb-elastic drs ds dsql dynamodb dynamodb.application-autoscaling
ebs.csi.eks ec2 ec2.application-autoscaling ec2.capacitymanager ec2fastlaunch ec2fleet ec2scheduled ec2sqlha ecr
ecs ecs-compute ecs-tasks ecs.application-autoscaling edgelambda eks eks-connector eks-fargate eks-fargate-pods
eks-nodegroup elasticache elasticbeanstalk elasticfilesystem elasticloadbalancing elasticmapreduce
elastictranscoder email.cognito-idp emr-containers emr-serverless emrwal entityresolution es
event-processor.health events events.managedservices events.workmail evidently export.rds finspace firehose fis
fms forecast frauddetector fsx gamelift gateway.eks glacier globalaccelerator glue grafana greengrass
groundstation guardduty health healthlake iam identitystore imagebuilder ingress.eks inspector
inspector2 internetmonitor iot iotanalytics iotevents iotmanagedintegrations iotroborunner iotsitewise
iotthingsgraph iottwinmaker iotwireless ipam ivs job.sagemaker justintimeaccess.ssm kafka kafkaconnect kendra
kinesis kinesisanalytics kinesisreplication.dynamodb kms lakeformation lambda launchwizard lex lexv2
license-management.marketplace license-manager license-manager-linux-subscriptions license-manager.member-account
lightsail location logdelivery.elasticloadbalancing logger.cloudfront logging.s3 logs lookoutequipment
lookoutmetrics lookoutvision m2 machinelearning macie maintenance.elasticbeanstalk malware-protection-plan.guardduty
malware-protection.guardduty managedservices managedupdates.elasticbeanstalk marketplace mediaconnect mediaconvert
medialive mediapackage mediastore mediatailor medical-imaging member.org.stacksets.cloudformation memorydb mgn
migrationhub migrationhub-orchestrator migrationhub-strategy mobileanalytics mobilehub monitoring
monitoring.rds monitron mpa mq neptune-graph network-connectors.lambda network-firewall network.bedrock-agentcore
networkflowmonitor networkmanager networkmonitor nimble notifications observabilityadmin odb omics
opensearchservice ops.apigateway ops.emr-serverless opsdatasync.ssm opsworks opsworks-cm organizations
orgsdatasync.servicecatalog osis osis-pipelines outposts panorama payment-cryptography pca-connector-ad
pca-connector-scep personalize pinpoint pipes pods.eks polly private-marketplace.marketplace
privateca profile proton purchaseorders q qbusiness qdeveloper qldb quicksight ram rds rds-preview
rds.application-autoscaling reachabilityanalyzer.networkinsights redshift redshift-data redshift-serverless
refactor-spaces rekognition remediation.config replication.cassandra replication.dynamodb replication.ecr
replication.lexv2 replication.s3tables replicator.lambda reporting.trustedadvisor resource-explorer-2
resource-groups restore-testing.backup robomaker rolesanywhere route53 route53domains route53resolver rum
runtime-identity.bedrock-agentcore s3 s3-object-lambda s3-outposts s3.data-source.lustre.fsx s3tables sagemaker
sagemaker-geospatial sagemaker.application-autoscaling savingsplans scaler.lambda scheduler schemas
scraper.aps sdb secretsmanager security-ir securityhub securitylake serverlessrepo servicecatalog
servicecatalog-appregistry servicediscovery servicequotas ses shield signer signin sms sms-voice
smsintegration.migrationhub sns spot spotfleet sqlworkbench sqs ssm ssm-contacts ssm-incidents ssm-quicksetup
ssm-sap ssm.integrations sso stacksets.cloudformation states storage-lens.s3 storagegateway streams.metrics.cloudwatch
sts support supportapp supportplans swf sync.proton synthetics tagpolicies.tag tasks.apprunner textract
thirdparty.config timestream timestream-influxdb tnb trafficmirroring.vpc transcribe transfer transitgateway
translate trustedadvisor user-subscriptions vendor-insights verified-access verifiedpermissions vmie voiceid
vpc-flow-logs vpc-lattice waf waf-regional wafv2 wellarchitected wisdom workdocs worklink workmail workspaces
workspaces-instances workspaces-web xray
`;

const SUFFIX = '.amazonaws.com';
let parsed: ReadonlySet<string> | undefined;

/** All of them, with the suffix of most partitions, in lower case. Parsed on first use. */
export function servicePrincipals(): ReadonlySet<string> {
  parsed ??= new Set(
    NAMES.trim()
      .split(/\s+/)
      .map((name) => name + SUFFIX),
  );
  return parsed;
}

/** How every service principal looks (INVALID_SERVICE_PRINCIPAL_FORMAT): lower case, with a known suffix. */
export const SERVICE_PRINCIPAL =
  /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|amazonaws\.eu|aws\.internal|c2s\.ic\.gov|sc2s\.sgov\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/;

/**
 * Services whose principal has the Region in it, alone or beside the short form.
 * Sources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html (logs),
 * https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html (states),
 * https://docs.aws.amazon.com/sns/latest/dg/sns-send-message-to-sqs-cross-account.html (opt-in Regions).
 */
export const regionalPrincipals: readonly string[] = [
  'codedeploy',
  'elasticmapreduce',
  'logs',
  's3',
  'sns',
  'sqs',
  'ssm',
  'states',
];

/**
 * Format of `kms:ViaService` and other keys with a service's regional name: `ec2.us-east-1.amazonaws.com`.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
export const VIA_SERVICE =
  /^[a-z0-9-]+(\.[a-z0-9-]+)*\.([a-z]{2,4}(-[a-z]+){1,2}-\d{1,2}|[*?a-z0-9-]*[*?][*?a-z0-9-]*)\.amazonaws\.(com(\.cn)?|eu)$/;

/** Condition keys whose value is a service principal. Source: the global condition keys' page. */
export const servicePrincipalKeys: readonly string[] = [
  'aws:CalledVia',
  'aws:CalledViaFirst',
  'aws:CalledViaLast',
  'aws:PrincipalServiceName',
  'aws:PrincipalServiceNamesList',
  'iam:AWSServiceName',
  'iam:PassedToService',
];
/** Condition keys whose value is a service's regional name. */
export const viaServiceKeys: readonly string[] = ['kms:ViaService'];
