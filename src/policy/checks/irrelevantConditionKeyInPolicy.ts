import type { Check } from '../check';
import { removeCondition } from '../conditionEdit';
import { irrelevantInResourcePolicy } from '../facts/conditionKeyRules';

const rules = irrelevantInResourcePolicy.map(({ service, key }) => ({
  service,
  key: key.toLowerCase(),
}));

/** Keys that end in a slash stand for those with any tag. */
const isIrrelevant = (service: string, lowerKey: string) =>
  rules.some(
    (rule) =>
      rule.service === service &&
      (rule.key.endsWith('/') ? lowerKey.startsWith(rule.key) : lowerKey === rule.key),
  );

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const irrelevantConditionKeyInPolicy: Check = {
  code: 'IRRELEVANT_CONDITION_KEY_IN_POLICY',
  severity: 'suggestion',
  title: 'A condition key that says nothing here',
  description:
    'The policy is on the resource itself, so the key has the same value in every request or is none that the service takes there.',
  kinds: ['resource'],
  condition(entry, report, { service, document }) {
    if (service === undefined || !isIrrelevant(service, entry.lowerKey)) return;
    report(
      entry.keyNode,
      `The policy is on the resource itself, so ${entry.key} says nothing about a request.`,
      {
        fixes: [
          {
            title: `Remove the condition on ${entry.key}`,
            edits: [removeCondition(document.text, entry)],
          },
        ],
      },
    );
  },
};
