import type { ConditionEntry, Statement } from './document';
import { replaceString } from './edit';
import type { Fix } from './finding';
import type { Node } from './syntax';

/** Values of a condition as text, each with its node; bare numbers and booleans count as written. */
export function valuesOf(condition: ConditionEntry): { node: Node; text: string }[] {
  return condition.values.flatMap((node) =>
    node.type === 'string' || node.type === 'number' || node.type === 'boolean'
      ? [{ node, text: node.value }]
      : [],
  );
}

/** The operator alone in other words, when the block under it holds this key only; else nothing. */
export function operatorFix(
  { property, operatorNode, parsed }: ConditionEntry,
  base: string,
): Fix[] {
  if (property.parent.properties.length !== 1) return [];
  const block = operatorNode.parent;
  const others = block?.type === 'property' ? block.parent.properties : [];
  const prefix = parsed.qualifier === undefined ? '' : `${parsed.qualifier}:`;
  const name = `${prefix}${base}${parsed.ifExists ? 'IfExists' : ''}`;
  if (others.some(({ key }) => key.value === name)) return [];
  return [
    { title: `Change to ${name}`, edits: [replaceString(operatorNode, name)], preferred: true },
  ];
}

/** Whether a statement has one of the keys, which are given in any case; those that end in a slash by their start. */
export function hasKey(statement: Statement, keys: readonly string[]): boolean {
  return statement.conditions.some(({ lowerKey }) => isOneOf(lowerKey, keys));
}

export function isOneOf(lowerKey: string, keys: readonly string[]): boolean {
  return keys.some((key) => {
    const lower = key.toLowerCase();
    return lower.endsWith('/') ? lowerKey.startsWith(lower) : lowerKey === lower;
  });
}
