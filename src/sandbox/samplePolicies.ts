/** Documents of the sample account, written as people write them. */

export const fullControl = policy({ Effect: 'Allow', Action: '*', Resource: '*' });

export const deployToStaging = policy(
  {
    Sid: 'DeployStaging',
    Effect: 'Allow',
    Action: ['cloudformation:*Stack*', 'lambda:Update*', 'lambda:PublishVersion'],
    Resource: [
      'arn:aws:cloudformation:eu-central-1:*:stack/staging-*/*',
      'arn:aws:lambda:eu-central-1:*:function:staging-*',
    ],
  },
  {
    Sid: 'KeepOffProduction',
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { StringEquals: { 'aws:ResourceTag/stage': 'production' } },
  },
);

export const writeBackups = policy({
  Effect: 'Allow',
  Action: ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListBucket'],
  Resource: ['arn:aws:s3:::example-backups', 'arn:aws:s3:::example-backups/*'],
});

export const imageSigning = policy({
  Sid: 'RegisterSignedImages',
  Effect: 'Allow',
  Action: ['ec2:RegisterImage', 'ec2:DescribeImages', 'ec2:BundleInstance'],
  Resource: '*',
});

export const contractorBoundary = policy({
  Effect: 'Allow',
  Action: ['s3:Get*', 's3:List*', 's3:PutObject'],
  Resource: ['arn:aws:s3:::example-reports', 'arn:aws:s3:::example-reports/*'],
});

export const unusedDraft = policy({
  Effect: 'Allow',
  Action: 'dynamodb:Query',
  Resource: 'arn:aws:dynamodb:eu-central-1:*:table/orders',
});

const readReports = {
  Sid: 'ReadReports',
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:ListBucket'],
  Resource: ['arn:aws:s3:::example-reports', 'arn:aws:s3:::example-reports/*'],
};
const writeReports = {
  Sid: 'WriteReports',
  Effect: 'Allow',
  Action: 's3:PutObject',
  Resource: 'arn:aws:s3:::example-reports/*',
};
const deleteReports = {
  Sid: 'DeleteOldReports',
  Effect: 'Allow',
  Action: 's3:DeleteObject',
  Resource: 'arn:aws:s3:::example-reports/archive/*',
};

/** Oldest first. */
export const reportsVersions = [
  policy(readReports),
  policy(readReports, writeReports),
  policy(readReports, writeReports, deleteReports),
];

export const lambdaTrust = policy({
  Effect: 'Allow',
  Principal: { Service: 'lambda.amazonaws.com' },
  Action: 'sts:AssumeRole',
});

function policy(...statements: object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);
}
