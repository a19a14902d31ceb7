import type { Statement } from './document';
import { itemsOf, toValue } from './syntax';

/**
 * Texts that are equal when two values of an element mean the same: a value alone is a list of one,
 * and neither order nor repetition counts in lists, nor order in objects.
 */
export function meaningOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(meaningOf))].sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, each]) => {
    const list: unknown = Array.isArray(each) || isObject(each) ? each : [each];
    return `${JSON.stringify(key)}:${meaningOf(list)}`;
  });
  return `{${entries.sort().join()}}`;
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

/** The elements of a statement but for some, as a text that is equal for equal meanings. */
export function meaningBut({ elements }: Statement, except: readonly string[]): string {
  const rest = [...elements].filter(([name]) => !except.includes(name));
  return meaningOf(Object.fromEntries(rest.map(([name, { value }]) => [name, toValue(value)])));
}

/** Whether each element is there once, and the lists of actions and resources hold nothing but text. */
export function isPlain({ node, elements, actions, resources }: Statement): boolean {
  const count = (...names: string[]) =>
    names.reduce((sum, name) => sum + itemsOf(elements.get(name)?.value).length, 0);
  return (
    elements.size === node.properties.length &&
    actions.length === count('Action', 'NotAction') &&
    resources.length === count('Resource', 'NotResource') &&
    !(elements.has('Action') && elements.has('NotAction')) &&
    !(elements.has('Resource') && elements.has('NotResource'))
  );
}
