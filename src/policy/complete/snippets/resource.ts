import { OTHER_ACCOUNT, OWN_ACCOUNT, type PolicySnippet } from './snippet';

const topic = `arn:aws:sns:\${2:us-east-1}:\${3:${OWN_ACCOUNT}}:\${4:TopicName}`;

/** Policies of resources and of VPC endpoints. */
export const resourceSnippets: readonly PolicySnippet[] = [
  {
    name: 'Only TLS to one S3 bucket',
    description: 'Denies every request to a bucket that is not encrypted on its way.',
    kinds: ['resource'],
    statements: [
      {
        Sid: 'OnlyTLS',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [
          'arn:aws:s3:::${1:amzn-s3-demo-bucket}',
          'arn:aws:s3:::${1:amzn-s3-demo-bucket}/*',
        ],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  },
  {
    name: 'Another account reads one S3 bucket',
    description: 'Another account lists the objects of a bucket and reads them.',
    kinds: ['resource'],
    statements: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::\${1:${OTHER_ACCOUNT}}:root` },
        Action: ['s3:GetObject', 's3:ListBucket'],
        Resource: [
          'arn:aws:s3:::${2:amzn-s3-demo-bucket}',
          'arn:aws:s3:::${2:amzn-s3-demo-bucket}/*',
        ],
      },
    ],
  },
  {
    name: 'CloudFront reads one S3 bucket',
    description: 'One distribution reads the objects of a bucket, by origin access control.',
    kinds: ['resource'],
    statements: [
      {
        Effect: 'Allow',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::${1:amzn-s3-demo-bucket}/*',
        Condition: {
          StringEquals: {
            'aws:SourceArn': `arn:aws:cloudfront::\${2:${OWN_ACCOUNT}}:distribution/\${3:DistributionId}`,
          },
        },
      },
    ],
  },
  {
    name: 'S3 sends events to one SNS topic',
    description: 'Amazon S3 publishes the events of one bucket to a topic.',
    kinds: ['resource'],
    statements: [
      {
        Effect: 'Allow',
        Principal: { Service: 's3.amazonaws.com' },
        Action: 'sns:Publish',
        Resource: topic,
        Condition: {
          ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::${1:amzn-s3-demo-bucket}' },
          StringEquals: { 'aws:SourceAccount': `\${3:${OWN_ACCOUNT}}` },
        },
      },
    ],
  },
  {
    name: 'SNS topic sends to one SQS queue',
    description: 'One topic of Amazon SNS sends its messages to a queue.',
    kinds: ['resource'],
    statements: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: `arn:aws:sqs:\${2:us-east-1}:\${3:${OWN_ACCOUNT}}:\${1:QueueName}`,
        Condition: { ArnEquals: { 'aws:SourceArn': topic } },
      },
    ],
  },
  {
    name: 'KMS key for its account',
    description: 'Policies of IAM in the account say who uses the key and who manages it.',
    kinds: ['resource'],
    statements: [
      {
        Sid: 'EnableIAMPolicies',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::\${1:${OWN_ACCOUNT}}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  },
  {
    name: 'Deny outside the organization',
    description: 'Denies principals of other organizations, whatever else the policy allows.',
    kinds: ['resource'],
    statements: [
      {
        Sid: 'DenyOutsideOrganization',
        Effect: 'Deny',
        Principal: '*',
        Action: '${1:s3}:*',
        Resource: '${2:*}',
        Condition: {
          StringNotEqualsIfExists: { 'aws:PrincipalOrgID': '${3:o-exampleorgid}' },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      },
    ],
  },
  {
    name: 'VPC endpoint for the organization',
    description:
      'Only principals of the organization reach only its resources through the VPC endpoint.',
    kinds: ['endpoint'],
    statements: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: '*',
        Resource: '*',
        Condition: {
          StringEquals: {
            'aws:PrincipalOrgID': '${1:o-exampleorgid}',
            'aws:ResourceOrgID': '${1:o-exampleorgid}',
          },
        },
      },
    ],
  },
  {
    name: 'VPC endpoint for one S3 bucket',
    description: 'One bucket is reached through the VPC endpoint.',
    kinds: ['endpoint'],
    statements: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: ['s3:GetObject', 's3:ListBucket', 's3:PutObject'],
        Resource: [
          'arn:aws:s3:::${1:amzn-s3-demo-bucket}',
          'arn:aws:s3:::${1:amzn-s3-demo-bucket}/*',
        ],
      },
    ],
  },
];
