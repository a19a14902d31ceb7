import type { Check } from '../check';
import { untrustworthyKeys } from '../facts/conditionKeyRules';
import { lowerCase } from '../keyFacts';

const keys = new Set(lowerCase(untrustworthyKeys));

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-referer */
export const untrustworthyConditionKey: Check = {
  code: 'UNTRUSTWORTHY_CONDITION_KEY',
  severity: 'security-warning',
  title: 'A condition key that the caller fills',
  description:
    'Whoever makes the request puts what they like into this key, so the condition keeps nobody out.',
  conditionInStatement({ lowerKey, key, keyNode, statement }, report) {
    if (!keys.has(lowerKey)) return;
    // A service fills in its own; that it is the wrong key is another finding.
    if (statement.principals.some(({ type }) => type === 'Service')) return;
    report(keyNode, `Who calls can put anything into ${key}, so this condition keeps nobody out.`);
  },
};
