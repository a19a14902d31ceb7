import { bucketName } from './blanks';
import { answerOf, type PolicyTemplate } from './template';

/**
 * What bundling and registering an instance store-backed image needs; the signing certificate is
 * for its manifest. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-tools-commands.html
 */
export const ec2ImageSigning: PolicyTemplate = {
  id: 'ec2ImageSigning',
  label: 'EC2 image signing',
  detail: 'Uploads signed image bundles to one bucket and registers them as images.',
  policyName: 'EC2ImageSigning',
  blanks: [bucketName],
  statements: (context) => {
    const bucket = `arn:${context.partition}:s3:::${answerOf(context, 'bucket')}`;
    return [
      {
        Sid: 'FindBucket',
        Effect: 'Allow',
        Action: ['s3:GetBucketAcl', 's3:GetBucketLocation', 's3:ListBucket'],
        Resource: bucket,
      },
      {
        Sid: 'UploadBundle',
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:GetObjectAcl', 's3:PutObject', 's3:PutObjectAcl'],
        Resource: `${bucket}/*`,
      },
      {
        Sid: 'RegisterImage',
        Effect: 'Allow',
        Action: ['ec2:DescribeImages', 'ec2:DescribeRegions', 'ec2:RegisterImage'],
        Resource: '*',
      },
    ];
  },
};
