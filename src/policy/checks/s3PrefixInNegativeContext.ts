import type { Check } from '../check';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html */
export const s3PrefixInNegativeContext: Check = {
  code: 'S3_PREFIX_IN_NEGATIVE_CONTEXT',
  severity: 'security-warning',
  title: 'Prefixes that are shut out by name',
  description:
    'Who lists with a shorter prefix, or none, gets the keys below it too: shutting out a prefix shuts out nothing. Allow the prefixes that may be listed.',
  conditionInStatement(
    { lowerKey, key, keyNode, statement: { effect }, parsed: { known } },
    report,
  ) {
    if (lowerKey !== 's3:prefix' || !effect || !known || known.name === 'Null') return;
    if (known.negated !== (effect === 'Allow')) return;
    report(
      keyNode,
      `Who lists with a shorter prefix gets around this condition on ${key}: name the prefixes that may be listed.`,
    );
  },
};
