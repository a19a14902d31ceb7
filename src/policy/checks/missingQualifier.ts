import type { Check } from '../check';
import { changeOperator } from '../conditionEdit';
import { findGlobalConditionKey } from '../facts/globalConditionKeys';
import type { Fix } from '../finding';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
export const missingQualifier: Check = {
  code: 'MISSING_QUALIFIER',
  severity: 'error',
  title: 'Key with several values and no ForAllValues or ForAnyValue',
  description:
    'A request can have several values under this key. The operator must say whether all of them must fit or one is enough.',
  condition(condition, report, { catalog, document }) {
    const { key, keyNode, parsed } = condition;
    if (parsed.qualifier !== undefined || !parsed.known?.type) return;
    const global = findGlobalConditionKey(key);
    const known = global ?? catalog.conditionKey(key);
    if (!known?.multivalued) return;
    const fix = (qualifier: string): Fix[] => {
      const name = `${qualifier}:${condition.operator}`;
      const edits = changeOperator(document.text, condition, name);
      return edits ? [{ title: `Change to ${name}`, edits }] : [];
    };
    report(
      keyNode,
      `A request can have several values of ${key}: begin the operator with ForAllValues: or ForAnyValue:.`,
      {
        severity: global ? 'error' : 'warning',
        fixes: [...fix('ForAnyValue'), ...fix('ForAllValues')],
      },
    );
  },
};
