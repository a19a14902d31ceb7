import type { Check } from '../check';
import { conditionFix } from '../conditionEdit';
import { hasConditionOn } from '../keyFacts';

const CONDITION = ['StringEqualsIfExists', 'dynamodb:Select', 'SPECIFIC_ATTRIBUTES'] as const;

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html */
export const dynamodbAttributesWithoutSelect: Check = {
  code: 'DYNAMODB_ATTRIBUTES_WITHOUT_SELECT',
  severity: 'security-warning',
  title: 'dynamodb:Attributes without dynamodb:Select',
  description:
    'A request that names no attributes gets them all and passes the condition. A condition on dynamodb:Select makes requests name attributes.',
  conditionInStatement({ lowerKey, keyNode, statement, parsed }, report, { document }) {
    if (lowerKey !== 'dynamodb:attributes' || statement.effect !== 'Allow') return;
    if (parsed.known?.name === 'Null' || hasConditionOn(statement, ['dynamodb:select'])) return;
    report(
      keyNode,
      'A request that names no attributes gets them all: add a condition on dynamodb:Select.',
      { fixes: conditionFix(document, statement, CONDITION, { preferred: true }) },
    );
  },
};
