import type { Check } from '../check';
import { conditionFix, type NewCondition } from '../conditionEdit';
import { confusedDeputyKeys } from '../facts/conditionKeyRules';
import { hasConditionOn, lowerCase } from '../keyFacts';

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html */
const EXAMPLES =
  'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html';

const sourceKeys = lowerCase(confusedDeputyKeys);
const principalKeys = ['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount'];
const serviceKeys = [
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:principalservicenameslist',
];

function missing(
  facts: Pick<Check, 'code' | 'title' | 'description'>,
  keys: readonly string[],
  isThere: (statement: Parameters<typeof hasConditionOn>[0]) => boolean,
  message: (key: string) => string,
  condition: NewCondition,
): Check {
  return {
    ...facts,
    severity: 'warning',
    kinds: ['rcp'],
    conditionInStatement({ lowerKey, key, keyNode, parsed, statement }, report, { document }) {
      if (!keys.includes(lowerKey) || parsed.known?.negated !== true || isThere(statement)) return;
      report(keyNode, message(key), {
        fixes: conditionFix(document, statement, condition, { preferred: true }),
      });
    },
  };
}

/** See {@link EXAMPLES}. */
const rcpMissingRelatedPrincipalConditionKey = missing(
  {
    code: 'RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY',
    title: 'Services are not left out',
    description: `An AWS service that acts for the organization is no principal of it, so the statement denies services too. Add aws:PrincipalIsAWSService with "false" under BoolIfExists. See ${EXAMPLES}.`,
  },
  principalKeys,
  (statement) => hasConditionOn(statement, serviceKeys),
  (key) =>
    `Requests of AWS services do not have ${key} and are denied too: add aws:PrincipalIsAWSService "false" under BoolIfExists.`,
  ['BoolIfExists', 'aws:PrincipalIsAWSService', 'false'],
);

const rcpMissingRelatedServicePrincipalConditionKey = missing(
  {
    code: 'RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY',
    title: 'People are not left out',
    description: `Only requests of AWS services have the key, so the statement denies everyone else. Add aws:PrincipalIsAWSService with "true" under Bool. See ${EXAMPLES}.`,
  },
  sourceKeys,
  (statement) => hasConditionOn(statement, serviceKeys),
  (key) =>
    `Only requests of AWS services have ${key}, so all others are denied: add aws:PrincipalIsAWSService "true" under Bool.`,
  ['Bool', 'aws:PrincipalIsAWSService', 'true'],
);

const rcpMissingServiceConditionKeyNullCheck = missing(
  {
    code: 'RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK',
    title: 'Requests without the key are not left out',
    description: `Some integrations of AWS services do not send the key, and the statement denies them. Add Null with "false" on aws:SourceAccount or the key itself. See ${EXAMPLES}.`,
  },
  sourceKeys,
  ({ conditions }) =>
    conditions.some(
      ({ parsed, lowerKey }) => parsed.known?.name === 'Null' && sourceKeys.includes(lowerKey),
    ),
  (key) =>
    `Some integrations of AWS services do not send ${key} and are denied: add Null "false" on aws:SourceAccount.`,
  ['Null', 'aws:SourceAccount', 'false'],
);

export const rcpServicePrincipalChecks: readonly Check[] = [
  rcpMissingRelatedPrincipalConditionKey,
  rcpMissingRelatedServicePrincipalConditionKey,
  rcpMissingServiceConditionKeyNullCheck,
];
