import type { Check } from '../check';
import { renameFix } from '../renameFix';
import { keysWithTagKey } from '../facts/conditionKeyRules';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html */
export const missingTagKeyInCondition: Check = {
  code: 'MISSING_TAG_KEY_IN_CONDITION',
  severity: 'error',
  title: 'Which tag is not said',
  description:
    'The condition key needs the key of a tag after a slash: aws:RequestTag/team. Without it no request has it.',
  condition({ key, lowerKey, keyNode }, report) {
    const plain = lowerKey.replace(/\/$/, '');
    const known =
      keysWithTagKey.some((tag) => tag.toLowerCase() === `${plain}/`) ||
      /^[a-z0-9-]+:resourcetag$/.test(plain);
    if (!known) return;
    const stem = key.replace(/\/$/, '');
    report(keyNode, `Say which tag: ${stem}/ and the key of the tag.`, {
      fixes: renameFix(keyNode, `${stem}/TAG-KEY`),
    });
  },
};
