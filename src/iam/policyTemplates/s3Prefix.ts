import { bucketName, keyPrefix } from './blanks';
import { answerOf, type PolicyTemplate } from './template';

export const s3Prefix: PolicyTemplate = {
  id: 's3Prefix',
  label: 'Some file names of an S3 bucket',
  detail: 'Lists, reads, writes and deletes the objects whose names begin with a prefix.',
  policyName: 'S3Prefix',
  blanks: [bucketName, keyPrefix],
  statements: (context) => {
    const bucket = `arn:${context.partition}:s3:::${answerOf(context, 'bucket')}`;
    const prefix = answerOf(context, 'prefix');
    return [
      { Sid: 'FindBucket', Effect: 'Allow', Action: 's3:GetBucketLocation', Resource: bucket },
      {
        Sid: 'ListPrefix',
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: bucket,
        Condition: { StringLike: { 's3:prefix': `${prefix}*` } },
      },
      {
        Sid: 'UseObjects',
        Effect: 'Allow',
        Action: [
          's3:AbortMultipartUpload',
          's3:DeleteObject',
          's3:GetObject',
          's3:ListMultipartUploadParts',
          's3:PutObject',
        ],
        Resource: `${bucket}/${prefix}*`,
      },
    ];
  },
};
