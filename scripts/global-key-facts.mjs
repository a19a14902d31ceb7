// One sentence for each global condition key that the data packages have no text for. Facts from
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
export const globalKeyFacts = {
  'aws:assumedroot': 'Whether the request was made with credentials from sts:AssumeRoot.',
  'aws:chatbotsourcearn':
    'ARN of the chat configuration when the request comes from a chat application by way of AWS.',
  'ec2:roledelivery':
    'Version of the instance metadata service that delivered the role credentials: 1.0 or 2.0.',
  'ec2:sourceinstancearn': 'ARN of the instance that the role credentials were delivered to.',
  'glue:roleassumedby':
    'The service that assumed the role in AWS Glue: glue.amazonaws.com for jobs and crawlers.',
  'glue:credentialissuingservice':
    'The service that issued the credentials: glue.amazonaws.com in requests from a job role.',
  'lambda:sourcefunctionarn': 'ARN of the Lambda function whose execution role made the request.',
  'ssm:sourceinstancearn':
    'ARN of the managed instance that the role credentials were delivered to.',
  'identitystore:userid':
    'Identity Center user on whose behalf an identity-enhanced session makes the request.',
  'aws:sourcevpcarn': 'ARN of the VPC that the VPC endpoint of the request belongs to.',
  'aws:vpceaccount': 'Account that owns the VPC endpoint that the request came through.',
  'aws:vpceorgid':
    'Organization of the account that owns the VPC endpoint that the request came through.',
  'aws:vpceorgpaths':
    'Organizations path of the account that owns the VPC endpoint that the request came through.',
  'aws:calledviaawsmcp':
    'The AWS-managed MCP server that made the request on behalf of the principal.',
  'aws:viaawsmcpservice':
    'Whether an AWS-managed MCP server made the request on behalf of the principal.',
  'aws:ismcpserviceaction': 'Whether the action belongs to an AWS-managed MCP server.',
  'aws:sourceowner':
    'Account of the resource that makes a service-to-service request; Amazon SNS and some older services send it.',
  'aws:sourceorgid': 'Organization of the resource that makes a service-to-service request.',
  'aws:sourceorgpaths':
    'Organizations path of the resource that makes a service-to-service request.',
};
