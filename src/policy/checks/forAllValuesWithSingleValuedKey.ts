import type { Check } from '../check';
import { changeOperator } from '../conditionEdit';
import { keyFacts } from '../keyFacts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
export const forAllValuesWithSingleValuedKey: Check = {
  code: 'FORALLVALUES_WITH_SINGLE_VALUED_KEY',
  severity: 'security-warning',
  title: 'ForAllValues on a key with one value',
  description:
    'ForAllValues is met as well when the request does not have the key, so the statement can apply to more requests than meant. A key with one value wants no qualifier.',
  condition(entry, report, { catalog, document }) {
    const { qualifier, known } = entry.parsed;
    if (qualifier !== 'ForAllValues' || !known || known.name === 'Null') return;
    const facts = keyFacts(catalog, entry.lowerKey);
    if (!facts || facts.multivalued || facts.type === 'unknown') return;
    const operator = entry.operator.slice(entry.operator.indexOf(':') + 1);
    const edits = changeOperator(document.text, entry, operator);
    report(
      entry.keyNode,
      `${entry.key} has one value, and ForAllValues is also met when the request does not have it.`,
      { fixes: edits ? [{ title: `Change to ${operator}`, edits, preferred: true }] : [] },
    );
  },
};
