import type { TemplateBlank } from './template';

/**
 * Rules of general purpose buckets:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export const bucketName: TemplateBlank = {
  id: 'bucket',
  label: 'Bucket name',
  placeholder: 'backups-of-example',
  problem: (text) => {
    if (text.length < 3 || text.length > 63) return 'A bucket name has 3 to 63 characters.';
    if (!/^[a-z0-9.-]+$/.test(text)) {
      return 'A bucket name holds lower-case letters, digits, dots and hyphens only.';
    }
    if (!/^[a-z0-9].*[a-z0-9]$/.test(text)) {
      return 'A bucket name begins and ends with a letter or digit.';
    }
    if (text.includes('..')) return 'A bucket name cannot hold two dots in a row.';
    if (/^\d+\.\d+\.\d+\.\d+$/.test(text)) return 'A bucket name cannot look like an IP address.';
    return undefined;
  },
};

/** Wildcards and variables would widen the policy beyond the names that the person means. */
export const keyPrefix: TemplateBlank = {
  id: 'prefix',
  label: 'Beginning of the file names (prefix)',
  placeholder: 'reports/2026/',
  problem: (text) => {
    if (text === '') return 'A prefix is needed; for the whole bucket there is a template.';
    if (text.startsWith('/')) return 'Keys of S3 do not begin with a slash.';
    const refused = /[*?$]/.exec(text)?.[0];
    if (refused !== undefined) return `A prefix cannot hold “${refused}”: it would be a wildcard.`;
    return new TextEncoder().encode(text).length > 1024
      ? 'A key of S3 has at most 1,024 bytes.'
      : undefined;
  },
};

export const region: TemplateBlank = {
  id: 'region',
  label: 'Region',
  placeholder: 'eu-central-1',
  problem: (text) =>
    /^[a-z]{2,4}(-[a-z]+){1,2}-\d$/.test(text)
      ? undefined
      : 'A Region is written like eu-central-1.',
};

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
export const tableName: TemplateBlank = {
  id: 'table',
  label: 'Table name',
  placeholder: 'orders',
  problem: (text) =>
    /^[\w.-]{3,255}$/.test(text)
      ? undefined
      : 'A table name has 3 to 255 letters, digits, underscores, hyphens and dots.',
};
