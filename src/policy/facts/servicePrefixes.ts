/**
 * Names under which a service is known elsewhere (SDK, CLI, endpoint, console) and the prefix that
 * its IAM actions have. Source: the service identifiers and signing names of the AWS SDK's models,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const ALIASES = `
accessanalyzer=access-analyzer alb=elasticloadbalancing amp=aps apigatewaymanagementapi=execute-api
apigatewayv2=apigateway appconfigdata=appconfig appintegrations=app-integrations
application-insights=applicationinsights applicationautoscaling=application-autoscaling
bedrock-agent=bedrock bedrock-agent-runtime=bedrock bedrock-agentcore-control=bedrock-agentcore
bedrock-runtime=bedrock certificatemanager=acm chime-sdk-identity=chime chime-sdk-meetings=chime
chime-sdk-messaging=chime chime-sdk-voice=chime cleanroomsml=cleanrooms-ml cloudcontrol=cloudformation
cloudcontrolapi=cloudformation cloudhsmv2=cloudhsm cloudsearchdomain=cloudsearch
cloudwatchlogs=logs codeguruprofiler=codeguru-profiler cognito=cognito-idp connectcampaigns=connect-campaigns
connectcases=cases connectparticipant=execute-api costexplorer=ce customer-profiles=profile
devops-agent=aidevops docdb=rds documentdb=rds dynamodbstreams=dynamodb efs=elasticfilesystem
elb=elasticloadbalancing elbv2=elasticloadbalancing emr=elasticmapreduce eventbridge=events
finspace-data=finspace-api forecastquery=forecast greengrassv2=greengrass iot-data=iot iotdata=iot
iotevents-data=iotevents ivs-realtime=ivs keyspaces=cassandra kinesis-video-media=kinesisvideo
kinesisanalyticsv2=kinesisanalytics kinesisfirehose=firehose launch-wizard=launchwizard
lex-models=lex lex-runtime=lex lexv2-models=lex lexv2-runtime=lex location=geo mailmanager=ses
marketplace=aws-marketplace meteringmarketplace=aws-marketplace mediastore-data=mediastore
migrationhub=mgh migrationhubstrategy=migrationhub-strategy monitoring=cloudwatch msk=kafka
mwaa=airflow neptune=rds neptunedata=neptune-db opensearchserverless=aoss
opensearchservice=es parameterstore=ssm personalize-events=personalize personalize-runtime=personalize
pinpoint=mobiletargeting pinpoint-email=ses pinpoint-sms-voice-v2=sms-voice prometheus=aps
qconnect=wisdom resourcegroupstaggingapi=tag tagging=tag resourceexplorer=resource-explorer-2
s3control=s3 s3outposts=s3-outposts sagemaker-featurestore-runtime=sagemaker
sagemaker-runtime=sagemaker secretmanager=secretsmanager service-quotas=servicequotas
servicecatalog-appregistry=servicecatalog sesv2=ses sfn=states simpledb=sdb socialmessaging=social-messaging
sso-admin=sso sso-oidc=sso-oauth stepfunctions=states supplychain=scn systemsmanager=ssm taxsettings=tax
timestream-query=timestream timestream-write=timestream transcribeservice=transcribe voice-id=voiceid
vpc=ec2 waf2=wafv2 workspaces-thin-client=thinclient
`;

let parsed: ReadonlyMap<string, string> | undefined;

/** Another name of a service (lower case) → its IAM prefix. Parsed on first use. */
export function servicePrefixes(): ReadonlyMap<string, string> {
  parsed ??= new Map(
    ALIASES.trim()
      .split(/\s+/)
      .map((pair) => pair.split('=') as [string, string]),
  );
  return parsed;
}
