import type { PolicyTemplate } from './template';

/** Reading verbs of common services. A pattern for all services at once is not valid everywhere. */
const READING: Readonly<Record<string, readonly string[]>> = {
  autoscaling: ['Describe*'],
  cloudformation: ['Describe*', 'Get*', 'List*'],
  cloudfront: ['Get*', 'List*'],
  cloudtrail: ['Describe*', 'Get*', 'List*', 'LookupEvents'],
  cloudwatch: ['Describe*', 'Get*', 'List*'],
  dynamodb: ['BatchGetItem', 'Describe*', 'GetItem', 'List*', 'Query', 'Scan'],
  ec2: ['Describe*', 'Get*'],
  ecr: ['BatchGetImage', 'Describe*', 'Get*', 'List*'],
  ecs: ['Describe*', 'List*'],
  eks: ['Describe*', 'List*'],
  elasticloadbalancing: ['Describe*'],
  iam: ['Get*', 'List*'],
  kms: ['Describe*', 'Get*', 'List*'],
  lambda: ['Get*', 'List*'],
  logs: ['Describe*', 'FilterLogEvents', 'Get*', 'List*'],
  rds: ['Describe*', 'List*'],
  route53: ['Get*', 'List*'],
  s3: ['Get*', 'List*'],
  sns: ['Get*', 'List*'],
  sqs: ['Get*', 'List*'],
  ssm: ['Describe*', 'Get*', 'List*'],
};

export const readOnly: PolicyTemplate = {
  id: 'readOnly',
  label: 'Read-only',
  detail: `Sees settings and data of ${Object.keys(READING).length} common services; changes nothing.`,
  policyName: 'ReadOnly',
  warning:
    'Reading includes the contents of buckets, tables, logs and parameters. Choose one bucket or ' +
    'table where the tool needs no more.',
  blanks: [],
  statements: () => [
    {
      Sid: 'ReadOnly',
      Effect: 'Allow',
      Action: Object.entries(READING).flatMap(([service, patterns]) =>
        patterns.map((pattern) => `${service}:${pattern}`),
      ),
      Resource: '*',
    },
  ],
};
