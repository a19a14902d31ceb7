import type { Check } from '../check';
import { isOneOf, valuesOf } from '../conditionValues';
import { KMS_KEY_ARN, kmsKeyArnKeys } from '../facts/roles';
import { hasWildcard } from '../pattern';

/** https://docs.aws.amazon.com/kms/latest/developerguide/find-cmk-id-arn.html */
export const invalidKmsKeyValue: Check = {
  code: 'INVALID_KMS_KEY_VALUE',
  severity: 'error',
  title: 'KMS key that is no ARN of a key',
  description:
    'The condition key holds the ARN of a KMS key. An alias, an id or the ARN of an alias never equals it.',
  condition(condition, report) {
    const { lowerKey, parsed } = condition;
    if (!isOneOf(lowerKey, kmsKeyArnKeys) || !parsed.known || parsed.known.type === undefined)
      return;
    for (const { node, text } of valuesOf(condition)) {
      if (text.includes('${') || (parsed.known.wildcards && hasWildcard(text))) continue;
      if (hasWildcard(text) || KMS_KEY_ARN.test(text) || text === '') continue;
      report(
        node,
        `${JSON.stringify(text)} is not the ARN of a KMS key, and only that can equal ${condition.key}.`,
      );
    }
  },
};
