import { dynamodbTable } from './dynamodbTable';
import { ec2ImageSigning } from './ec2ImageSigning';
import { fullAccess } from './fullAccess';
import { readOnly } from './readOnly';
import { s3Bucket } from './s3Bucket';
import { s3Prefix } from './s3Prefix';
import type { PolicyTemplate } from './template';

export { buildPolicy, type PolicyTemplate, type TemplateContext } from './template';

/** The templates in the order they are offered: narrow ones first. */
export const policyTemplates: readonly PolicyTemplate[] = [
  s3Bucket,
  s3Prefix,
  dynamodbTable,
  ec2ImageSigning,
  readOnly,
  fullAccess,
];
