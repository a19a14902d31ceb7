import type { Check } from '../check';
import { conditionFix } from '../conditionEdit';
import { pairedKeys } from '../facts/conditionKeyRules';
import { hasConditionOn, lowerCase } from '../keyFacts';

const pairs = new Map(
  pairedKeys.map((pair) => [
    pair.key.toLowerCase(),
    { ...pair, lowerNeeds: lowerCase(pair.needs) },
  ]),
);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip */
export const missingPairedConditionKeys: Check = {
  code: 'MISSING_PAIRED_CONDITION_KEYS',
  severity: 'security-warning',
  title: 'A condition key that needs another one',
  description:
    'The key says too little alone: requests from elsewhere can have the same value. Add a condition on one of the keys that go with it.',
  conditionInStatement({ lowerKey, key, keyNode, statement, parsed }, report, { document }) {
    const pair = pairs.get(lowerKey);
    if (!pair || hasConditionOn(statement, pair.lowerNeeds)) return;
    report(
      keyNode,
      `${pair.why}, so ${key} needs a condition on ${either(pair.needs)} beside it.`,
      {
        // Beside a negated condition of a Deny another one would weaken it.
        fixes: parsed.known?.negated
          ? []
          : pair.needs.flatMap((need) => {
              const operator = need.endsWith('Arn') ? 'ArnLike' : 'StringEquals';
              return conditionFix(document, statement, [operator, need, placeholderFor(need)]);
            }),
      },
    );
  },
};

/** To be written over: AWS takes neither, and another finding says so. */
const placeholderFor = (key: string) =>
  key.endsWith('Vpce') ? 'vpce-ID' : key.endsWith('Arn') ? 'VPC-ARN' : 'vpc-ID';

const either = (names: readonly string[]) =>
  `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
