import type { ConditionKeyType } from './catalog/model';

/**
 * Condition operators. See
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export interface ConditionOperator {
  name: string;
  /** What the values are compared as. */
  family: 'string' | 'numeric' | 'date' | 'bool' | 'binary' | 'ip' | 'arn' | 'null';
  /** `*` and `?` in the values are wildcards. */
  wildcards: boolean;
  negated: boolean;
  description: string;
}

const operator = (
  name: string,
  family: ConditionOperator['family'],
  description: string,
): ConditionOperator => ({
  name,
  family,
  wildcards: family === 'arn' || name.endsWith('Like'),
  negated: name.includes('Not'),
  description,
});

export const conditionOperators: readonly ConditionOperator[] = [
  operator('StringEquals', 'string', 'The same text, case counts.'),
  operator(
    'StringNotEquals',
    'string',
    'Not the same text, case counts. Also true when the key is absent.',
  ),
  operator('StringEqualsIgnoreCase', 'string', 'The same text, case does not count.'),
  operator(
    'StringNotEqualsIgnoreCase',
    'string',
    'Not the same text, case does not count. Also true when the key is absent.',
  ),
  operator('StringLike', 'string', 'Text that fits a pattern with * and ?, case counts.'),
  operator(
    'StringNotLike',
    'string',
    'Text that does not fit a pattern with * and ?. Also true when the key is absent.',
  ),
  operator('NumericEquals', 'numeric', 'The same number.'),
  operator('NumericNotEquals', 'numeric', 'Another number. Also true when the key is absent.'),
  operator('NumericLessThan', 'numeric', 'A smaller number.'),
  operator('NumericLessThanEquals', 'numeric', 'A smaller number or the same.'),
  operator('NumericGreaterThan', 'numeric', 'A greater number.'),
  operator('NumericGreaterThanEquals', 'numeric', 'A greater number or the same.'),
  operator('DateEquals', 'date', 'The same moment.'),
  operator('DateNotEquals', 'date', 'Another moment. Also true when the key is absent.'),
  operator('DateLessThan', 'date', 'Before the moment.'),
  operator('DateLessThanEquals', 'date', 'At the moment or before.'),
  operator('DateGreaterThan', 'date', 'After the moment.'),
  operator('DateGreaterThanEquals', 'date', 'At the moment or after.'),
  operator('Bool', 'bool', 'true or false.'),
  operator('BinaryEquals', 'binary', 'The same bytes, written in base64.'),
  operator('IpAddress', 'ip', 'The address, or one in the range (CIDR).'),
  operator(
    'NotIpAddress',
    'ip',
    'Any address but this one or those in the range. Also true when the key is absent.',
  ),
  operator(
    'ArnEquals',
    'arn',
    'An ARN that fits, part by part; each part may hold * and ?. The same as ArnLike.',
  ),
  operator('ArnLike', 'arn', 'An ARN that fits, part by part; each part may hold * and ?.'),
  operator(
    'ArnNotEquals',
    'arn',
    'An ARN that does not fit. The same as ArnNotLike. Also true when the key is absent.',
  ),
  operator('ArnNotLike', 'arn', 'An ARN that does not fit. Also true when the key is absent.'),
  operator(
    'Null',
    'null',
    'true: the key is absent from the request; false: it is there and not empty.',
  ),
];

const byName = new Map(conditionOperators.map((known) => [known.name.toLowerCase(), known]));

export const qualifiers: Readonly<Record<string, string>> = {
  ForAllValues: 'True when every value of the request fits, and also when the request has none.',
  ForAnyValue: 'True when at least one value of the request fits.',
};

export interface ParsedOperator {
  /** `ForAllValues`, `ForAnyValue` or what was written instead. */
  qualifier?: string;
  /** Undefined when there is no such operator. */
  known?: ConditionOperator;
  ifExists: boolean;
  /** Without qualifier and IfExists, as written. */
  base: string;
}

/** Operators are matched without regard to case, as AWS does. */
export function parseOperator(text: string): ParsedOperator {
  const colon = text.indexOf(':');
  const qualifier = colon < 0 ? undefined : text.slice(0, colon);
  let base = text.slice(colon + 1);
  const ifExists = base.length > 8 && base.toLowerCase().endsWith('ifexists');
  if (ifExists) base = base.slice(0, -8);
  const known = byName.get(base.toLowerCase());
  return {
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(known ? { known } : {}),
    ifExists,
    base,
  };
}

/** What the values of a key are compared as. */
export const familyOfType: Readonly<
  Partial<Record<ConditionKeyType, ConditionOperator['family']>>
> = {
  String: 'string',
  ARN: 'arn',
  Bool: 'bool',
  Numeric: 'numeric',
  Date: 'date',
  IPAddress: 'ip',
  Binary: 'binary',
};
