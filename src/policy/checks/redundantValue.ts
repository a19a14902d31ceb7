import type { Report } from '../check';
import type { PolicyDocument } from '../document';
import { removeMember } from '../edit';
import { covers, hasWildcard } from '../pattern';
import type { StringNode } from '../syntax';

/** Comparisons in one list; a list that would need more is not looked at further. */
const LIMIT = 200_000;

interface Value {
  /** What is compared. */
  text: string;
  node: StringNode;
  /** Only values of one group can cover each other, and those of the group `*` any. */
  group: string;
}

/** Whether a list holds a pattern, or a text twice: in most there is nothing to find. */
export function mayCover<T extends { said: { wildcard: boolean } }>(
  values: readonly T[],
  textOf: (value: T) => string,
): boolean {
  if (values.length < 2) return false;
  if (values.some(({ said }) => said.wildcard)) return true;
  return new Set(values.map(textOf)).size < values.length;
}

/**
 * The values of a list that another one covers, each with the one that does; of two equal ones the
 * second is covered.
 */
export function covered<T extends Value>(values: readonly T[]): Map<T, T> {
  const found = new Map<T, T>();
  if (values.length < 2) return found;
  const first = new Map<string, T>();
  const patterns = new Map<string, { value: T; start: string }[]>();
  for (const value of values) {
    const earlier = first.get(value.text);
    if (earlier) {
      found.set(value, earlier);
      continue;
    }
    first.set(value.text, value);
    if (!hasWildcard(value.text)) continue;
    const { group } = value;
    const start = value.text.slice(0, value.text.search(/[*?]/));
    const list = patterns.get(group);
    if (list) list.push({ value, start });
    else patterns.set(group, [{ value, start }]);
  }
  if (patterns.size > 0) addCovered(first.values(), patterns, found);
  return found;
}

function addCovered<T extends Value>(
  values: Iterable<T>,
  patterns: ReadonlyMap<string, { value: T; start: string }[]>,
  found: Map<T, T>,
): void {
  const everywhere = patterns.get('*') ?? [];
  let left = LIMIT;
  for (const value of values) {
    const { group } = value;
    const own = group === '*' ? [] : (patterns.get(group) ?? []);
    left -= own.length + everywhere.length;
    if (left < 0) return;
    const by = coverOf(value, own, found) ?? coverOf(value, everywhere, found);
    if (by) found.set(value, by);
  }
}

function coverOf<T extends Value>(
  value: T,
  patterns: readonly { value: T; start: string }[],
  found: ReadonlyMap<T, T>,
): T | undefined {
  for (const { value: pattern, start } of patterns) {
    if (
      pattern !== value &&
      value.text.startsWith(start) &&
      covers(pattern.text, value.text) &&
      found.get(pattern) !== value
    ) {
      return pattern;
    }
  }
  return undefined;
}

/** Reports each covered value of a list, with the fix that takes it out. */
export function reportCovered(
  redundant: ReadonlyMap<Value, Value>,
  original: (value: Value) => string,
  report: Report,
  { text }: PolicyDocument,
): void {
  for (const [value, by] of redundant) {
    report(value.node, `${original(by)} covers this, so it changes nothing.`, {
      related: [{ span: by.node, message: 'This covers it.' }],
      fixes: [
        {
          title: 'Remove it',
          edits: [removeMember(text, value.node)],
          preferred: true,
          safe: true,
        },
      ],
    });
  }
}
