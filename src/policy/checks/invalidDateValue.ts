import type { Check } from '../check';
import { replaceNode } from '../edit';
import { plainValues } from '../keyFacts';

/** Seconds since 1970 as an ISO 8601 text; undefined when they are out of range. */
function isoOf(seconds: string): string | undefined {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000Z', 'Z');
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date */
export const invalidDateValue: Check = {
  code: 'INVALID_DATE_VALUE',
  severity: 'warning',
  title: 'Seconds under a date operator',
  description:
    'Under a date operator seconds since 1970 may not come out as meant. Write the date in ISO 8601.',
  condition(entry, report) {
    if (entry.parsed.known?.type !== 'Date') return;
    for (const node of plainValues(entry)) {
      if (!/^\d{5,}$/.test(node.value)) continue;
      const iso = isoOf(node.value);
      report(
        node,
        `${node.value} may not come out as the moment that is meant: write a date${iso ? ` such as ${iso}` : ''}.`,
        {
          fixes: iso
            ? [
                {
                  title: `Change to "${iso}"`,
                  edits: [replaceNode(node, `"${iso}"`)],
                  preferred: true,
                },
              ]
            : [],
        },
      );
    }
  },
};
