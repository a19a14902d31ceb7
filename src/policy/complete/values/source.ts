import type { ConditionKeyType } from '../../catalog/model';
import type { ParsedOperator } from '../../conditionOperators';
import type { PolicyLocation } from '../../locate';
import type { CompletionContext, Proposal } from '../item';

/** What is asked for: values of a key under an operator. */
export interface ValueQuestion {
  /** In lower case. */
  key: string;
  type: ConditionKeyType;
  operator: ParsedOperator;
  place: Extract<PolicyLocation, { kind: 'conditionValue' }>;
}

/** One kind of value; nothing where the key has others. */
export type ValueSource = (question: ValueQuestion, context: CompletionContext) => Proposal[];

export function value(label: string, rank: number, detail = ''): Proposal {
  return { label, kind: 'value', rank, detail };
}
