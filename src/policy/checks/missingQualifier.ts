import type { Check } from '../check';
import { replaceString } from '../edit';
import { findGlobalConditionKey } from '../facts/globalConditionKeys';
import type { Fix } from '../finding';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html */
export const missingQualifier: Check = {
  code: 'MISSING_QUALIFIER',
  severity: 'error',
  title: 'Key with several values and no ForAllValues or ForAnyValue',
  description:
    'A request can have several values under this key. The operator must say whether all of them must fit or one is enough.',
  condition(condition, report, { catalog }) {
    const { key, keyNode, parsed, operatorNode, property } = condition;
    if (parsed.qualifier !== undefined || !parsed.known?.type) return;
    const global = findGlobalConditionKey(key);
    const known = global ?? catalog.conditionKey(key);
    if (!known?.multivalued) return;
    const alone = property.parent.properties.length === 1;
    const fix = (qualifier: string): Fix => {
      const name = `${qualifier}:${condition.operator}`;
      return { title: `Change to ${name}`, edits: [replaceString(operatorNode, name)] };
    };
    report(
      keyNode,
      `A request can have several values of ${key}: begin the operator with ForAllValues: or ForAnyValue:.`,
      {
        severity: global ? 'error' : 'warning',
        fixes: alone ? [fix('ForAnyValue'), fix('ForAllValues')] : [],
      },
    );
  },
};
