import { bucketName } from './blanks';
import { answerOf, type PolicyTemplate } from './template';

export const s3Bucket: PolicyTemplate = {
  id: 's3Bucket',
  label: 'One S3 bucket',
  detail: 'Lists one bucket and reads, writes and deletes its objects; nothing else.',
  policyName: 'S3Bucket',
  blanks: [bucketName],
  statements: (context) => {
    const bucket = `arn:${context.partition}:s3:::${answerOf(context, 'bucket')}`;
    return [
      {
        Sid: 'ListBucket',
        Effect: 'Allow',
        Action: ['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'],
        Resource: bucket,
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
        Resource: `${bucket}/*`,
      },
    ];
  },
};
