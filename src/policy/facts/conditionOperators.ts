/**
 * Condition operators and the types of key and value that fit them.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */

/** Type of a condition key as the service authorization reference names it, without `ArrayOf`. */
export type KeyType = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IPAddress' | 'ARN';

export interface ConditionOperator {
  readonly name: string;
  /** Type of the keys it is made for; `Null` fits every key and has none. */
  readonly type: KeyType | undefined;
  /** True when the operator matches all but the values. */
  readonly negated: boolean;
  /** True when `*` and `?` in a value are wildcards. */
  readonly wildcards: boolean;
  /** True when policy variables are replaced in its values. */
  readonly variables: boolean;
  /** True when `IfExists` may follow. */
  readonly ifExists: boolean;
  /** One sentence for hover and completion. */
  readonly text: string;
}

/** name|type|flags: n negated, w wildcards, v variables|text */
const TABLE = `
StringEquals|String|v|Exact match, case matters
StringNotEquals|String|nv|Anything but an exact match, case matters
StringEqualsIgnoreCase|String|v|Exact match without regard to case
StringNotEqualsIgnoreCase|String|nv|Anything but an exact match, without regard to case
StringLike|String|wv|Match with * and ? as wildcards, case matters
StringNotLike|String|nwv|Anything but a match with * and ? as wildcards, case matters
NumericEquals|Numeric||Equal number
NumericNotEquals|Numeric|n|Any other number
NumericLessThan|Numeric||Number less than the value
NumericLessThanEquals|Numeric||Number less than or equal to the value
NumericGreaterThan|Numeric||Number greater than the value
NumericGreaterThanEquals|Numeric||Number greater than or equal to the value
DateEquals|Date||At that date and time
DateNotEquals|Date|n|At any other date and time
DateLessThan|Date||Before that date and time
DateLessThanEquals|Date||At or before that date and time
DateGreaterThan|Date||After that date and time
DateGreaterThanEquals|Date||At or after that date and time
Bool|Bool||True or false
BinaryEquals|Binary||Same bytes, both written in base64
IpAddress|IPAddress||The address or range in CIDR notation
NotIpAddress|IPAddress|n|Any address outside the range in CIDR notation
ArnEquals|ARN|wv|The ARN, each of its six parts compared, with * and ? as wildcards
ArnLike|ARN|wv|The ARN, each of its six parts compared, with * and ? as wildcards
ArnNotEquals|ARN|nwv|Any other ARN, with * and ? as wildcards
ArnNotLike|ARN|nwv|Any other ARN, with * and ? as wildcards
Null|||true: the key is missing from the request; false: it is there
`;

export const conditionOperators: readonly ConditionOperator[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [name = '', type = '', flags = '', text = ''] = line.split('|');
    return {
      name,
      type: type === '' ? undefined : (type as KeyType),
      negated: flags.includes('n'),
      wildcards: flags.includes('w'),
      variables: flags.includes('v'),
      ifExists: name !== 'Null',
      text,
    };
  });

export const SET_QUALIFIERS = ['ForAllValues:', 'ForAnyValue:'] as const;
export const IF_EXISTS = 'IfExists';

/**
 * Which operator types work on a key although they are made for another type: strings on everything
 * that is text in a request, dates on epoch numbers. All else is a mismatch.
 */
export const alsoWorksOn: Readonly<Record<KeyType, readonly KeyType[]>> = {
  String: ['ARN'],
  Numeric: ['Date'],
  Date: ['Numeric'],
  Bool: [],
  Binary: [],
  IPAddress: [],
  ARN: ['String'],
};
