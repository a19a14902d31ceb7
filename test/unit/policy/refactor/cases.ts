import { language } from '../language';

const { catalog } = language;

/** A policy with a `|` where the cursor is, and what the refactoring makes of it. */
interface Case {
  id: string;
  title: string;
  before: string;
  after: string;
}

const policy = (...statements: string[]) =>
  `{\n  "Version": "2012-10-17",\n  "Statement": [\n    ${statements.join(',\n    ')}\n  ]\n}\n`;

const statement = (...members: string[]) => `{\n      ${members.join(',\n      ')}\n    }`;

const list = (name: string, ...values: string[]) =>
  `"${name}": [\n        ${values.map((value) => `"${value}"`).join(',\n        ')}\n      ]`;

const allow = '"Effect": "Allow"';
const everything = '"Resource": "*"';

/** Patterns for the services of every letter but one, the first of them marked. */
const allBut = (letter: string, mark: string) =>
  'abcdefghijklmnopqrstuvwxyz'
    .split('')
    .filter((each) => each !== letter)
    .map((each, i) => `${i === 0 ? mark : ''}${each}*:*`);

const ofQ = catalog.services
  .filter(({ prefix }) => prefix.startsWith('q'))
  .map(({ prefix }) => `${prefix}:*`);

export const cases: readonly Case[] = [
  {
    id: 'expandPatterns',
    title: 'Expand sqs:Send* to 1 action',
    before: policy(statement(allow, '"Action": "sqs:|Send*"', everything)),
    after: policy(statement(allow, '"Action": "sqs:SendMessage"', everything)),
  },
  {
    id: 'expandPatterns',
    title: 'Expand all 2 patterns to 4 actions',
    before: policy(
      statement(
        allow,
        list('Action', '|sqs:Send*', 'sqs:*MessageMoveTask*', 'sns:Publish'),
        everything,
      ),
    ),
    after: policy(
      statement(
        allow,
        list(
          'Action',
          'sqs:SendMessage',
          'sqs:CancelMessageMoveTask',
          'sqs:ListMessageMoveTasks',
          'sqs:StartMessageMoveTask',
          'sns:Publish',
        ),
        everything,
      ),
    ),
  },
  {
    id: 'shrinkActions',
    title: 'Shrink 4 actions to 2 with patterns',
    before: policy(
      statement(
        allow,
        list(
          'Action',
          'sqs:CancelMessageMoveTask',
          'sqs:ListMessageMoveTasks',
          '|sns:Publish',
          'sqs:StartMessageMoveTask',
        ),
        everything,
      ),
    ),
    after: policy(statement(allow, list('Action', 'sqs:*MessageMove*', 'sns:Publish'), everything)),
  },
  {
    id: 'mergeStatements',
    title: 'Merge 2 statements that differ in Action only',
    before: policy(
      statement('|"Sid": "Read"', allow, '"Action": "s3:GetObject"', everything),
      statement(allow, list('Action', 's3:PutObject', 's3:getobject'), '"Resource": ["*"]'),
      statement('"Effect": "Deny"', '"Action": "s3:DeleteObject"', everything),
    ),
    after: policy(
      statement('"Sid": "Read"', allow, '"Action": ["s3:GetObject", "s3:PutObject"]', everything),
      statement('"Effect": "Deny"', '"Action": "s3:DeleteObject"', everything),
    ),
  },
  {
    id: 'mergeStatements',
    title: 'Merge 3 statements that differ in Resource only',
    before:
      '{"Version":"2012-10-17","Statement":[{|"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::a/*"},{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"},{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::c/*"}]}',
    after:
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":["arn:aws:s3:::a/*","arn:aws:s3:::b/*","arn:aws:s3:::c/*"]}]}',
  },
  {
    id: 'splitByResource',
    title: 'Split into 2 statements by resource type',
    before: policy(
      statement(
        '|"Sid": "Files"',
        allow,
        list('Action', 's3:ListBucket', 's3:GetObject', 's3:PutObject'),
        list('Resource', 'arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'),
      ),
    ),
    after: policy(
      statement(
        '"Sid": "Files"',
        allow,
        list('Action', 's3:ListBucket'),
        list('Resource', 'arn:aws:s3:::reports'),
      ),
      statement(
        '"Sid": "Files2"',
        allow,
        list('Action', 's3:GetObject', 's3:PutObject'),
        list('Resource', 'arn:aws:s3:::reports/*'),
      ),
    ),
  },
  {
    id: 'splitByAccessLevel',
    title: 'Split into 3 statements by access level',
    before: `{
  "Version": "2012-10-17",
  "Statement": {
    "Sid": "Queues",
    |"Effect": "Allow",
    "Action": ["sqs:*Queue", "sqs:GetQueueUrl"],
    "Resource": "*"
  }
}`,
    after: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "QueuesRead",
      "Effect": "Allow",
      "Action": ["sqs:GetQueueUrl"],
      "Resource": "*"
    },
    {
      "Sid": "QueuesWrite",
      "Effect": "Allow",
      "Action": ["sqs:CreateQueue", "sqs:DeleteQueue", "sqs:PurgeQueue"],
      "Resource": "*"
    },
    {
      "Sid": "QueuesTagging",
      "Effect": "Allow",
      "Action": ["sqs:TagQueue", "sqs:UntagQueue"],
      "Resource": "*"
    }
  ]
}`,
  },
  {
    id: 'splitByService',
    title: 'Split into 2 statements by service',
    before: policy(
      statement(
        allow,
        '"Action": [|"s3:GetObject", "sqs:SendMessage"]',
        list('Resource', 'arn:aws:s3:::reports/*', 'arn:aws:sqs:eu-west-1:461930275518:harvest'),
      ),
    ),
    after: policy(
      statement(allow, '"Action": ["s3:GetObject"]', list('Resource', 'arn:aws:s3:::reports/*')),
      statement(
        allow,
        '"Action": ["sqs:SendMessage"]',
        list('Resource', 'arn:aws:sqs:eu-west-1:461930275518:harvest'),
      ),
    ),
  },
  {
    id: 'removeDuplicates',
    title: 'Remove 2 duplicates from lists',
    before: policy(
      statement(
        allow,
        list('Action', '|s3:GetObject', 'S3:getobject', 's3:PutObject'),
        '"Resource": ["arn:aws:s3:::a/*", "arn:aws:s3:::A/*", "arn:aws:s3:::a/*"]',
      ),
    ),
    after: policy(
      statement(
        allow,
        list('Action', 's3:GetObject', 's3:PutObject'),
        '"Resource": ["arn:aws:s3:::a/*", "arn:aws:s3:::A/*"]',
      ),
    ),
  },
  {
    id: 'normalizeCase',
    title: 'Spell 3 actions as AWS does',
    before: policy(
      statement(
        allow,
        list('Action', '|S3:getobject', 's3:getobject*acl', 'ecr:*image', 'x:y'),
        everything,
      ),
    ),
    after: policy(
      statement(
        allow,
        list('Action', 's3:GetObject', 's3:GetObject*Acl', 'ecr:*Image', 'x:y'),
        everything,
      ),
    ),
  },
  {
    id: 'sortValues',
    title: 'Sort Action',
    before: policy(
      statement(
        allow,
        list('Action', '|sqs:SendMessage', 'S3:PutObject', 's3:GetObject'),
        everything,
      ),
    ),
    after: policy(
      statement(
        allow,
        list('Action', 's3:GetObject', 'S3:PutObject', 'sqs:SendMessage'),
        everything,
      ),
    ),
  },
  {
    id: 'sortValues',
    title: 'Sort all actions and resources',
    before: policy(
      statement(allow, '"Action": [ "s3:b" , "s3:a" ]', '"Resource": ["*", "arn:aws:s3:::a"]'),
    ).replace('{', '|{'),
    after: policy(
      statement(allow, '"Action": [ "s3:a" , "s3:b" ]', '"Resource": ["*", "arn:aws:s3:::a"]'),
    ),
  },
  {
    id: 'addDependentActions',
    title: 'Add iam:PassRole that the statement’s actions depend on',
    before: policy(
      statement(
        '|"Sid": "Run"',
        allow,
        '"Action": "backup:StartBackupJob"',
        '"Resource": "arn:aws:backup:*:*:backup-vault:harvest"',
        '"Condition": { "Bool": { "aws:SecureTransport": "true" } }',
      ),
    ),
    after: policy(
      statement(
        '"Sid": "Run"',
        allow,
        '"Action": "backup:StartBackupJob"',
        '"Resource": "arn:aws:backup:*:*:backup-vault:harvest"',
        '"Condition": { "Bool": { "aws:SecureTransport": "true" } }',
      ),
      statement(allow, '"Action": "iam:PassRole"', '"Resource": "arn:aws:iam::*:role/*"'),
    ),
  },
  {
    id: 'notAction',
    title: `Replace NotAction by Action with ${ofQ.length} values, as of ${catalog.date}`,
    before: policy(
      statement('"Effect": "Deny"', list('NotAction', ...allBut('q', '|')), everything),
    ),
    after: policy(statement('"Effect": "Deny"', list('Action', ...ofQ), everything)),
  },
  {
    id: 'notAction',
    title: `Replace Action by NotAction with ${ofQ.length} values, as of ${catalog.date}`,
    before: policy(statement(allow, list('Action', ...allBut('q', '|')), everything)),
    after: policy(statement(allow, list('NotAction', ...ofQ), everything)),
  },
  {
    id: 'singleValues',
    title: 'Write Action as a list',
    before: policy(statement(allow, '"Action": |"s3:GetObject"', everything)),
    after: policy(statement(allow, '"Action": ["s3:GetObject"]', everything)),
  },
  {
    id: 'singleValues',
    title: 'Write aws:username as a single value',
    before: policy(
      statement(
        allow,
        '"Action": "s3:GetObject"',
        everything,
        '"Condition": { "StringEquals": { "aws:username": [\n        |"anna"\n      ] } }',
      ),
    ),
    after: policy(
      statement(
        allow,
        '"Action": "s3:GetObject"',
        everything,
        '"Condition": { "StringEquals": { "aws:username": "anna" } }',
      ),
    ),
  },
  {
    id: 'singleValues',
    title: 'Write all lists of one as single values',
    before: policy(
      statement(allow, '|"Action": ["s3:GetObject"]', '"Resource": ["*"]'),
      statement('"Effect": "Deny"', '"Action": ["s3:*"]', everything),
    ),
    after: policy(
      statement(allow, '"Action": "s3:GetObject"', everything),
      statement('"Effect": "Deny"', '"Action": "s3:*"', everything),
    ),
  },
  {
    id: 'statementList',
    title: 'Write Statement as a list',
    before: '{\r\n\t"Statement": {|\r\n\t\t"Effect": "Allow"\r\n\t}\r\n}',
    after: '{\r\n\t"Statement": [\r\n\t\t{\r\n\t\t\t"Effect": "Allow"\r\n\t\t}\r\n\t]\r\n}',
  },
  {
    id: 'statementList',
    title: 'Write Statement without a list',
    before: '{\n  "Statement": [\n    {|\n      "Effect": "Allow"\n    }\n  ]\n}',
    after: '{\n  "Statement": {\n    "Effect": "Allow"\n  }\n}',
  },
  {
    id: 'addSid',
    title: 'Add a Sid',
    before: policy(statement(`|${allow}`, '"Action": "s3:GetObject"', everything)),
    after: policy(
      statement('"Sid": "AllowS3GetObject"', allow, '"Action": "s3:GetObject"', everything),
    ),
  },
  {
    id: 'addSid',
    title: 'Add a Sid to all 3 statements without one',
    before: policy(
      statement(`|${allow}`, list('Action', 's3:PutObject', 's3:DeleteObject'), everything),
      statement('"Sid": "AllowS3Write2"', allow, '"Action": "sns:*"', everything),
      statement(allow, list('Action', 's3:CreateBucket', 's3:DeleteBucket'), everything),
      statement('"Effect": "Deny"', '"NotAction": ["iam:*", "sts:*"]', everything),
    ),
    after: policy(
      statement(
        '"Sid": "AllowS3Write"',
        allow,
        list('Action', 's3:PutObject', 's3:DeleteObject'),
        everything,
      ),
      statement('"Sid": "AllowS3Write2"', allow, '"Action": "sns:*"', everything),
      statement(
        '"Sid": "AllowS3Write3"',
        allow,
        list('Action', 's3:CreateBucket', 's3:DeleteBucket'),
        everything,
      ),
      statement(
        '"Sid": "DenyAllButSeveral"',
        '"Effect": "Deny"',
        '"NotAction": ["iam:*", "sts:*"]',
        everything,
      ),
    ),
  },
  {
    id: 'addVersion',
    title: 'Add "Version": "2012-10-17"',
    before: '{|\n  "Statement": []\n}',
    after: '{\n  "Version": "2012-10-17",\n  "Statement": []\n}',
  },
];
