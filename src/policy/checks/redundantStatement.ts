import type { Check } from '../check';
import type { Statement } from '../document';
import { removeMember } from '../edit';
import { grouped } from '../grouped';
import { itemsOf, toValue, type Node } from '../syntax';

const lengthOf = (values: readonly { text: string }[]) => {
  let sum = 0;
  for (const { text } of values) sum += text.length;
  return sum;
};

/** A number that statements of the same meaning have in common, so that few are compared. */
function outline({ effect, actions, resources, principals, conditions }: Statement): number {
  let number = effect === 'Allow' ? 1 : 0;
  for (const values of [actions, resources, principals]) {
    number = (number * 8191 + values.length * 127 + lengthOf(values)) % 1e9;
  }
  return number * 31 + conditions.length;
}

/** The statement without its Sid as a text that is the same for the same meaning. */
function meaning({ elements }: Statement): string {
  const parts = [...elements]
    .filter(([name]) => name !== 'Sid')
    .map(([name, { value }]) => {
      if (name === 'Action' || name === 'NotAction') return [name, list(value, true)];
      if (name === 'Resource' || name === 'NotResource') return [name, list(value, false)];
      return [name, sorted(toValue(value))];
    });
  return JSON.stringify(parts.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}

function list(value: Node | undefined, ignoreCase: boolean): string[] {
  return itemsOf(value)
    .map((node) => {
      const text = JSON.stringify(toValue(node));
      return ignoreCase ? text.toLowerCase() : text;
    })
    .sort();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return inOrder(value.map(sorted), (item) => JSON.stringify(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item)] as const);
  return inOrder(entries, ([key]) => key);
}

function inOrder<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ key: keyOf(item), item }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html */
export const redundantStatement: Check = {
  code: 'REDUNDANT_STATEMENT',
  severity: 'suggestion',
  title: 'Statement that is there twice',
  description:
    'Another statement has the same effect, actions, resources, principals and conditions. AWS takes the document; the second one only takes up space.',
  document({ statements, text }, report) {
    if (statements.length < 2) return;
    const groups = grouped(statements, outline);
    if (groups.size === statements.length) return;
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      const first = new Map<string, Statement>();
      for (const statement of group) {
        if (statement.elements.size < 2) continue;
        const key = meaning(statement);
        const earlier = first.get(key);
        if (!earlier) {
          first.set(key, statement);
          continue;
        }
        const { node } = statement;
        const brace = (at: number) => ({ offset: at, end: at + 1 });
        report(
          brace(node.offset),
          'An earlier statement says the same, so this one changes nothing.',
          {
            related: [{ span: brace(earlier.node.offset), message: 'It is here already.' }],
            fixes: [
              {
                title: 'Remove the statement',
                edits: [removeMember(text, node)],
                preferred: true,
                safe: true,
              },
            ],
          },
        );
      }
    }
  },
};
