import type { Check } from '../check';
import { parseOperator, qualifiers } from '../conditionOperators';
import { conditionOperators } from '../facts/conditionOperators';
import { renameFix } from '../renameFix';
import { nearest } from '../nearest';

/** The spelling with qualifier and IfExists that the text comes nearest to. */
function repaired(text: string): string | undefined {
  const { qualifier, base, ifExists } = parseOperator(text);
  const name = nearest(
    base,
    conditionOperators.map((operator) => operator.name),
    4,
  )?.name;
  const prefix =
    qualifier === undefined ? '' : nearest(qualifier, Object.keys(qualifiers), 4)?.name;
  if (!name || prefix === undefined) return undefined;
  return `${prefix === '' ? '' : `${prefix}:`}${name}${ifExists && name !== 'Null' ? 'IfExists' : ''}`;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const invalidConditionOperator: Check = {
  code: 'INVALID_CONDITION_OPERATOR',
  severity: 'error',
  title: 'Unknown condition operator',
  description: 'There is no condition operator of this name. AWS refuses the document.',
  statement({ condition }, report) {
    if (!condition) return;
    for (const { key } of condition.properties) {
      const { qualifier, known } = parseOperator(key.value);
      const qualified =
        qualifier === undefined ||
        Object.keys(qualifiers).some((name) => name.toLowerCase() === qualifier.toLowerCase());
      if (known && qualified) continue;
      const near = repaired(key.value);
      report(
        key,
        `There is no condition operator ${JSON.stringify(key.value)}.${near ? ` Did you mean ${near}?` : ''}`,
        {
          fixes: near ? renameFix(key, near, { preferred: true }) : [],
        },
      );
    }
  },
};
