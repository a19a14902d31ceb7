import type { Check } from '../check';
import { removeMember } from '../edit';
import { plainValues } from '../keyFacts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric */
export const redundantConditionValueNum: Check = {
  code: 'REDUNDANT_CONDITION_VALUE_NUM',
  severity: 'suggestion',
  title: 'Number that another one covers',
  description:
    'One of several values is enough, so of numbers under a less-than or greater-than operator only the widest counts.',
  condition(entry, report, { document }) {
    const name = entry.parsed.known?.name ?? '';
    if (!/^Numeric(Less|Greater)/.test(name)) return;
    const values = plainValues(entry)
      .map((node) => ({ node, number: Number(node.value) }))
      .filter(({ node, number }) => node.value.trim() !== '' && Number.isFinite(number));
    if (values.length < 2) return;
    const sign = name.startsWith('NumericLess') ? 1 : -1;
    const widest = values.reduce((a, b) => (b.number * sign > a.number * sign ? b : a));
    for (const { node } of values) {
      if (node === widest.node) continue;
      report(node, `${widest.node.value} covers this value, so it changes nothing.`, {
        related: [{ span: widest.node, message: 'This covers it.' }],
        fixes: [
          {
            title: 'Remove it',
            edits: [removeMember(document.text, node)],
            preferred: true,
            safe: true,
          },
        ],
      });
    }
  },
};
