import type { Check } from '../check';
import { changeOperator, removeCondition } from '../conditionEdit';
import type { ConditionEntry } from '../document';
import { replaceNode } from '../edit';
import type { Fix } from '../finding';
import { keyFacts, plainValues } from '../keyFacts';
import { removeStatement } from '../removeValue';

type Meaning = 'present' | 'absent' | 'always' | 'never';

/** What a condition comes to whose only value is `*`; undefined when it is another. */
function meaningOf(entry: ConditionEntry, always: boolean): Meaning | undefined {
  const { known, qualifier, ifExists } = entry.parsed;
  if (known?.type !== 'String' || !known.wildcards) return undefined;
  if (!plainValues(entry).some(({ value }) => value === '*')) return undefined;
  if (known.negated) {
    if (qualifier === 'ForAnyValue') return 'never';
    return always ? 'never' : 'absent';
  }
  return ifExists || always || qualifier === 'ForAllValues' ? 'always' : 'present';
}

const STAR = 'A star alone matches every value';

function check(
  facts: Pick<Check, 'code' | 'title' | 'description'>,
  meaning: Meaning,
  message: (key: string) => string,
  fix: (text: string, entry: ConditionEntry) => Fix[],
): Check {
  return {
    ...facts,
    severity: 'suggestion',
    condition(entry, report, { catalog, document }) {
      if (!entry.parsed.known?.wildcards) return;
      const always = keyFacts(catalog, entry.lowerKey)?.always === true;
      if (meaningOf(entry, always) !== meaning) return;
      report(entry.keyNode, message(entry.key), { fixes: fix(document.text, entry) });
    },
  };
}

function toNull(text: string, entry: ConditionEntry, value: 'true' | 'false'): Fix[] {
  const node = entry.property.value;
  const edits = changeOperator(text, entry, 'Null');
  if (!node || edits?.length !== 1) return [];
  return [
    {
      title: `Change to Null: "${value}"`,
      edits: [...edits, replaceNode(node, `"${value}"`)],
      preferred: true,
      safe: true,
    },
  ];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null */
const equivalentToNullFalse = check(
  {
    code: 'EQUIVALENT_TO_NULL_FALSE',
    title: 'Any value will do',
    description:
      'A star alone matches every value, so the condition only asks that the key is there. Null with "false" says that plainly.',
  },
  'present',
  (key) => `${STAR}, so this only asks that ${key} is there: Null with "false" says it.`,
  (text, entry) => toNull(text, entry, 'false'),
);

const equivalentToNullTrue = check(
  {
    code: 'EQUIVALENT_TO_NULL_TRUE',
    title: 'No value will do',
    description:
      'A star alone matches every value, so the condition is met only when the key is missing. Null with "true" says that plainly.',
  },
  'absent',
  (key) => `${STAR}, so this is met only when ${key} is missing: Null with "true" says it.`,
  (text, entry) => toNull(text, entry, 'true'),
);

const redundantKeyDueToWildcardInCondition = check(
  {
    code: 'REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION',
    title: 'A condition that is always met',
    description:
      'A star alone matches every value, and the key is in every request or may be missing: the condition limits nothing.',
  },
  'always',
  (key) => `${STAR}, so this condition on ${key} is always met and limits nothing.`,
  (text, entry) => [
    {
      title: `Remove the condition on ${entry.key}`,
      edits: [removeCondition(text, entry)],
      preferred: true,
    },
  ],
);

const redundantStatementDueToWildcardInCondition = check(
  {
    code: 'REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION',
    title: 'A condition that is never met',
    description:
      'A star alone matches every value, and every request has the key: the condition is never met, so the statement does nothing.',
  },
  'never',
  (key) => `${STAR} of ${key}, so this condition is never met and the statement does nothing.`,
  (text, { statement }) => {
    const edit = removeStatement(text, statement);
    return edit ? [{ title: 'Remove the statement', edits: [edit] }] : [];
  },
);

export const equivalentToNullChecks: readonly Check[] = [
  equivalentToNullFalse,
  equivalentToNullTrue,
  redundantKeyDueToWildcardInCondition,
  redundantStatementDueToWildcardInCondition,
];
