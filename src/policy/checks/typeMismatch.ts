import type { Check } from '../check';
import { changeOperator } from '../conditionEdit';
import type { ConditionEntry } from '../document';
import { alsoWorksOn, type KeyType } from '../facts/conditionOperators';
import type { Fix } from '../finding';
import { keyFacts } from '../keyFacts';

const words: Readonly<Record<KeyType, string>> = {
  String: 'text',
  Numeric: 'numbers',
  Date: 'dates',
  Bool: 'true or false',
  Binary: 'bytes',
  IPAddress: 'addresses',
  ARN: 'ARNs',
};

/** The operator for the key's type that says the same, where there is one. */
function operatorFor(entry: ConditionEntry, type: KeyType): string | undefined {
  const { known, base } = entry.parsed;
  if (known?.type !== 'String') return undefined;
  const not = known.negated ? 'Not' : '';
  const names: Partial<Record<KeyType, string>> = {
    Numeric: `Numeric${not}Equals`,
    Date: `Date${not}Equals`,
    IPAddress: `${not}IpAddress`,
    ...(known.negated ? {} : { Bool: 'Bool' }),
  };
  const name = names[type];
  return name && entry.operator.replace(base, name);
}

function fixesOf(text: string, entry: ConditionEntry, type: KeyType): Fix[] {
  const operator = operatorFor(entry, type);
  const edits = operator === undefined ? undefined : changeOperator(text, entry, operator);
  return edits ? [{ title: `Change to ${operator ?? ''}`, edits, preferred: true }] : [];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const typeMismatch: Check = {
  code: 'TYPE_MISMATCH',
  severity: 'warning',
  title: 'An operator that does not fit the key',
  description:
    'Each condition key has values of one type, and an operator of another type may not compare them as meant. AWS takes the document.',
  condition(entry, report, { catalog, document }) {
    const operatorType = entry.parsed.known?.type;
    if (!operatorType) return;
    const type = keyFacts(catalog, entry.lowerKey)?.type;
    if (!type || type === 'unknown' || type === operatorType) return;
    if (alsoWorksOn[operatorType].includes(type)) return;
    report(
      entry.keyNode,
      `${entry.key} holds ${words[type]}, and ${entry.parsed.known?.name ?? ''} compares ${words[operatorType]}: the condition may not come out as meant.`,
      { fixes: fixesOf(document.text, entry, type) },
    );
  },
};
