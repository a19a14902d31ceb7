import type { Check } from '../check';
import { isOneOf } from '../conditionValues';
import { renameFix } from '../renameFix';
import { keysWithTagKey, replacedKeys } from '../facts/conditionKeyRules';
import { findGlobalConditionKey } from '../facts/globalConditionKeys';
import { nearest } from '../nearest';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
export const invalidGlobalConditionKey: Check = {
  code: 'INVALID_GLOBAL_CONDITION_KEY',
  severity: 'error',
  title: 'Unknown global condition key',
  description:
    'There is no global condition key of this name, so no request ever has it. An error where the spelling is clearly wrong.',
  condition({ key, lowerKey, keyNode }, report, { catalog }) {
    if (!lowerKey.startsWith('aws:') || catalog.conditionKey(key)) return;
    if (
      findGlobalConditionKey(key) ||
      isOneOf(
        lowerKey,
        replacedKeys.map((replaced) => replaced.key),
      )
    )
      return;
    if (keysWithTagKey.some((tag) => `${lowerKey.replace(/\/$/, '')}/` === tag.toLowerCase()))
      return;
    const names = catalog.globalConditionKeys
      .map((known) => known.key)
      .filter((name) => !name.includes('${'));
    const near =
      nearest(key, names)?.name ??
      names.find((name) => name.length > 8 && lowerKey.startsWith(name.toLowerCase()));
    report(
      keyNode,
      `There is no global condition key ${key} among those known as of ${catalog.date}.${near ? ` Did you mean ${near}?` : ''}`,
      {
        severity: near ? 'error' : 'warning',
        fixes: near ? renameFix(keyNode, near, { preferred: true }) : [],
      },
    );
  },
};
