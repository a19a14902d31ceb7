import { parseOperator } from '../conditionOperators';
import { keyFacts } from '../keyFacts';
import type { Completer, CompletionContext, Proposal } from './item';
import { accounts } from './values/account';
import { addresses } from './values/address';
import { arns } from './values/arn';
import { booleans } from './values/boolean';
import { dates } from './values/date';
import { enumerated } from './values/enumerated';
import { organizations } from './values/organization';
import { providers } from './values/provider';
import { regions } from './values/region';
import { services } from './values/service';
import type { ValueQuestion, ValueSource } from './values/source';
import { tags } from './values/tag';
import { used } from './values/used';
import { variables } from './values/variable';

const sources: readonly ValueSource[] = [
  enumerated,
  regions,
  dates,
  addresses,
  services,
  accounts,
  organizations,
  providers,
  tags,
  variables,
  arns,
  used,
];

/** Whether something would be proposed for the value of a key. */
export function hasValues(question: ValueQuestion, context: CompletionContext): boolean {
  // An ARN has a next part, whatever it is of.
  if (question.type === 'ARN') return true;
  return [booleans, ...sources].some((source) => source(question, context).length > 0);
}

/** What a key can hold under an operator; true and false alone where they are all there is. */
export const completeConditionValue: Completer<'conditionValue'> = (place, context) => {
  const key = place.key.toLowerCase();
  const type = keyFacts(context.catalog, key)?.type ?? 'unknown';
  const question = { key, type, operator: parseOperator(place.operator), place };
  const two = booleans(question, context);
  const all = two.length > 0 ? two : sources.flatMap((source) => source(question, context));
  const found = new Map<string, Proposal>();
  for (const proposal of all) {
    if (!place.siblings.includes(proposal.label) && !found.has(proposal.label)) {
      found.set(proposal.label, proposal);
    }
  }
  return [...found.values()];
};
