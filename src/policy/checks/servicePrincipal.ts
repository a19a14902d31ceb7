import type { Check, CheckContext } from '../check';
import { conditionFix } from '../conditionEdit';
import { confusedDeputyKeys, weakSourceKeys } from '../facts/conditionKeyRules';
import { renameFix } from '../renameFix';
import { hasConditionOn, lowerCase } from '../keyFacts';
import type { ConditionEntry, Statement } from '../document';
import type { Fix } from '../finding';
import { likelyAccounts } from '../likelyAccounts';

const strong = lowerCase(confusedDeputyKeys);
const weak = lowerCase(weakSourceKeys);

const hasService = ({ effect, principals }: Statement) =>
  effect === 'Allow' &&
  principals.some(({ type, element }) => type === 'Service' && element === 'Principal');

/** Keys of a service that name the resource or account it acts for: `kms:EncryptionContext:aws:logs:arn`, `kms:CallerAccount`. */
const namesSource = ({ lowerKey }: ConditionEntry) =>
  /encryptioncontext|sourcearn|sourceaccount|calleraccount/.test(lowerKey);

/** For the account that is connected or that the policy names, or one to be written in. */
function fixesOf({ document, accountId }: CheckContext, statement: Statement): Fix[] {
  const account = likelyAccounts(document, accountId)[0] ?? 'ACCOUNT-ID';
  const arn = `arn:aws:*:*:${account}:*`;
  return [
    ...conditionFix(document, statement, ['StringEquals', 'aws:SourceAccount', account]),
    ...conditionFix(document, statement, ['ArnLike', 'aws:SourceArn', arn]),
  ];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
export const restrictAccessToServicePrincipal: Check = {
  code: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  severity: 'security-warning',
  title: 'A service that may act for anyone',
  description:
    'The service may use the resource for any of its customers. A condition on aws:SourceArn, aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths says for whom.',
  kinds: ['resource'],
  statement(statement, report, context) {
    if (!hasService(statement)) return;
    if (hasConditionOn(statement, [...strong, ...weak])) return;
    if (statement.conditions.some(namesSource)) return;
    for (const { type, text, node } of statement.principals) {
      if (type !== 'Service') continue;
      report(
        node,
        `${text} may do this for any of its customers: say for whom by a condition on aws:SourceArn or aws:SourceAccount.`,
        { fixes: fixesOf(context, statement) },
      );
    }
  },
};

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceaccount */
export const recommendedConditionKeyForServicePrincipal: Check = {
  code: 'RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL',
  severity: 'suggestion',
  title: 'An older key for whom a service acts',
  description:
    'aws:SourceAccount and aws:SourceArn are meant to say for whom a service acts; other keys may change or mean something else.',
  kinds: ['resource'],
  statement(statement, report) {
    if (!hasService(statement) || hasConditionOn(statement, strong)) return;
    for (const { lowerKey, key, keyNode } of statement.conditions) {
      if (!weak.includes(lowerKey)) continue;
      report(keyNode, `aws:SourceAccount is meant to say for whom a service acts, not ${key}.`, {
        fixes: renameFix(keyNode, 'aws:SourceAccount', { preferred: true }),
      });
    }
  },
};
