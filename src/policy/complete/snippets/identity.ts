import type { PolicyKind } from '../../kind';
import { OTHER_ACCOUNT, OWN_ACCOUNT, type PolicySnippet } from './snippet';

const attached: readonly PolicyKind[] = ['identity', 'session', 'boundary'];

/** What users, groups and roles are allowed. */
export const identitySnippets: readonly PolicySnippet[] = [
  {
    name: 'Read one S3 bucket',
    description: 'Lists the objects of a bucket and reads them.',
    kinds: attached,
    statements: [
      {
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::${1:amzn-s3-demo-bucket}',
      },
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::${1:amzn-s3-demo-bucket}/${2:*}',
      },
    ],
  },
  {
    name: 'Read and write one S3 bucket',
    description: 'Lists, reads, writes and deletes the objects of a bucket.',
    kinds: attached,
    statements: [
      {
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::${1:amzn-s3-demo-bucket}',
      },
      {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        Resource: 'arn:aws:s3:::${1:amzn-s3-demo-bucket}/${2:*}',
      },
    ],
  },
  {
    name: 'Own folder of an S3 bucket',
    description: 'Each user reads and writes the objects that begin with the user’s name.',
    kinds: attached,
    statements: [
      {
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::${1:amzn-s3-demo-bucket}',
        Condition: { StringLike: { 's3:prefix': '\\${aws:username\\}/*' } },
      },
      {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
        Resource: 'arn:aws:s3:::${1:amzn-s3-demo-bucket}/\\${aws:username\\}/*',
      },
    ],
  },
  {
    name: 'Read and write one DynamoDB table',
    description: 'Reads and writes the items of a table, and queries its indexes.',
    kinds: attached,
    statements: [
      {
        Effect: 'Allow',
        Action: [
          'dynamodb:BatchGetItem',
          'dynamodb:BatchWriteItem',
          'dynamodb:DeleteItem',
          'dynamodb:GetItem',
          'dynamodb:PutItem',
          'dynamodb:Query',
          'dynamodb:Scan',
          'dynamodb:UpdateItem',
        ],
        Resource: [
          `arn:aws:dynamodb:\${1:us-east-1}:\${2:${OWN_ACCOUNT}}:table/\${3:TableName}`,
          `arn:aws:dynamodb:\${1:us-east-1}:\${2:${OWN_ACCOUNT}}:table/\${3:TableName}/index/*`,
        ],
      },
    ],
  },
  {
    name: 'Send to one SQS queue',
    description: 'Sends messages to a queue.',
    kinds: attached,
    statements: [
      {
        Effect: 'Allow',
        Action: ['sqs:GetQueueUrl', 'sqs:SendMessage'],
        Resource: `arn:aws:sqs:\${1:us-east-1}:\${2:${OWN_ACCOUNT}}:\${3:QueueName}`,
      },
    ],
  },
  {
    name: 'Invoke one Lambda function',
    description: 'Invokes a function.',
    kinds: attached,
    statements: [
      {
        Effect: 'Allow',
        Action: 'lambda:InvokeFunction',
        Resource: `arn:aws:lambda:\${1:us-east-1}:\${2:${OWN_ACCOUNT}}:function:\${3:FunctionName}`,
      },
    ],
  },
  {
    name: 'Read one secret',
    description: 'Reads a secret of AWS Secrets Manager. Six characters that AWS adds end its ARN.',
    kinds: attached,
    statements: [
      {
        Effect: 'Allow',
        Action: 'secretsmanager:GetSecretValue',
        Resource: `arn:aws:secretsmanager:\${1:us-east-1}:\${2:${OWN_ACCOUNT}}:secret:\${3:SecretName}-??????`,
      },
    ],
  },
  {
    name: 'Write to one log group',
    description: 'Makes log streams in a log group of CloudWatch Logs and writes to them.',
    kinds: attached,
    statements: [
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: `arn:aws:logs:\${1:us-east-1}:\${2:${OWN_ACCOUNT}}:log-group:\${3:LogGroupName}:*`,
      },
    ],
  },
  {
    name: 'Pass one role to a service',
    description: 'Gives a role to a service, and to no other one.',
    kinds: attached,
    statements: [
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: `arn:aws:iam::\${1:${OWN_ACCOUNT}}:role/\${2:RoleName}`,
        Condition: { StringEquals: { 'iam:PassedToService': '${3:lambda.amazonaws.com}' } },
      },
    ],
  },
  {
    name: 'Assume a role of another account',
    description: 'Takes on a role of another account, which has to trust this one.',
    kinds: attached,
    statements: [
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: `arn:aws:iam::\${1:${OTHER_ACCOUNT}}:role/\${2:RoleName}`,
      },
    ],
  },
  {
    name: 'Own access keys',
    description: 'Users list, make, deactivate and delete their own access keys.',
    kinds: ['identity'],
    statements: [
      {
        Effect: 'Allow',
        Action: [
          'iam:CreateAccessKey',
          'iam:DeleteAccessKey',
          'iam:ListAccessKeys',
          'iam:UpdateAccessKey',
        ],
        Resource: `arn:aws:iam::\${1:${OWN_ACCOUNT}}:user/\\\${aws:username\\}`,
      },
    ],
  },
  {
    name: 'Instances with the principal’s tag',
    description: 'Starts and stops the EC2 instances that have the same tag as the principal.',
    kinds: attached,
    statements: [
      {
        Effect: 'Allow',
        Action: ['ec2:StartInstances', 'ec2:StopInstances'],
        Resource: 'arn:aws:ec2:*:*:instance/*',
        Condition: {
          StringEquals: { 'aws:ResourceTag/${1:project}': '\\${aws:PrincipalTag/${1:project}\\}' },
        },
      },
    ],
  },
  {
    name: 'Deny unless MFA',
    description:
      'Denies everything but what is needed to set MFA up, until a user has signed in with it. Requests with access keys alone are denied too.',
    kinds: ['identity', 'scp'],
    statements: [
      {
        Sid: 'DenyUnlessMFA',
        Effect: 'Deny',
        NotAction: [
          'iam:CreateVirtualMFADevice',
          'iam:EnableMFADevice',
          'iam:GetUser',
          'iam:ListMFADevices',
          'iam:ListVirtualMFADevices',
          'iam:ResyncMFADevice',
          'sts:GetSessionToken',
        ],
        Resource: '*',
        Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      },
    ],
  },
  {
    name: 'Permissions boundary',
    description:
      'Some services, and no way around the boundary: it cannot be taken off, nor changed.',
    kinds: ['boundary'],
    statements: [
      {
        Sid: 'AllowServices',
        Effect: 'Allow',
        Action: ['${1:s3}:*', '${2:dynamodb}:*'],
        Resource: '*',
      },
      {
        Sid: 'DenyRemovingBoundary',
        Effect: 'Deny',
        Action: ['iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary'],
        Resource: '*',
      },
      {
        Sid: 'DenyChangingBoundary',
        Effect: 'Deny',
        Action: [
          'iam:CreatePolicyVersion',
          'iam:DeletePolicy',
          'iam:DeletePolicyVersion',
          'iam:SetDefaultPolicyVersion',
        ],
        Resource: `arn:aws:iam::\${3:${OWN_ACCOUNT}}:policy/\${4:BoundaryName}`,
      },
    ],
  },
];
