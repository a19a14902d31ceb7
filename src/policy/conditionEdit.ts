import type { ConditionEntry, PolicyDocument, Statement } from './document';
import { inlineGap, insertProperty, removeMember, renameProperty } from './edit';
import type { Fix, TextEdit } from './finding';
import { objectText } from './layout';
import { ancestors, type ObjectNode, type Property } from './syntax';

/** The operator's property in the condition block. */
export function operatorProperty(entry: ConditionEntry): Property | undefined {
  const parent = entry.operatorNode.parent;
  return parent?.type === 'property' ? parent : undefined;
}

/**
 * Puts a condition under another operator, its value as it is: by renaming the operator where it has
 * this one key, else by moving the key. Undefined when the other operator has the key already.
 */
export function changeOperator(
  text: string,
  entry: ConditionEntry,
  operator: string,
): TextEdit[] | undefined {
  const from = operatorProperty(entry);
  const block = from?.parent;
  if (!from || !block || from.value?.type !== 'object' || !entry.property.value) return undefined;
  const target = block.properties.find(({ key }) => key.value === operator && key !== from.key);
  if (!target && from.value.properties.length === 1) return [renameProperty(from, operator)];
  const value = text.slice(entry.property.value.offset, entry.property.value.end);
  const removed = removeMember(text, from.value.properties.length === 1 ? from : entry.property);
  if (!target) {
    const member = `{ ${JSON.stringify(entry.key)}: ${value} }`;
    return [removed, insertProperty(text, block, operator, member, from)];
  }
  if (target.value?.type !== 'object' || hasKey(target.value, entry.lowerKey)) return undefined;
  return [removed, insertProperty(text, target.value, entry.key, value)];
}

function hasKey(block: ObjectNode, lowerKey: string): boolean {
  return block.properties.some(({ key }) => key.value.toLowerCase() === lowerKey);
}

/** One value, or the list of several. */
export type NewCondition = readonly [
  operator: string,
  key: string,
  value: string | readonly string[],
];

/**
 * Adds a condition to a statement: under an operator that is there, or with the operator, or with the
 * Condition element. Undefined where the operator has the key already, or Condition is no object.
 */
export function addCondition(
  text: string,
  { node, elements }: Statement,
  [operator, key, value]: NewCondition,
): TextEdit | undefined {
  const json = typeof value === 'string' ? JSON.stringify(value) : inlineList(text, value);
  const element = elements.get('Condition');
  if (!element) {
    const entry = objectText(text, node, key, json);
    const block = objectText(text, node, operator, entry);
    return insertProperty(text, node, 'Condition', block, node.properties.at(-1));
  }
  const condition = element.value;
  if (condition?.type !== 'object') return undefined;
  const there = condition.properties.find((property) => property.key.value === operator);
  if (!there) {
    const entry = objectText(text, condition, key, json);
    return insertProperty(text, condition, operator, entry, condition.properties.at(-1));
  }
  const block = there.value;
  if (block?.type !== 'object' || hasKey(block, key.toLowerCase())) return undefined;
  return insertProperty(text, block, key, json, block.properties.at(-1));
}

function inlineList(text: string, values: readonly string[]): string {
  return `[${values.map((each) => JSON.stringify(each)).join(`,${inlineGap(text)}`)}]`;
}

/** The fix that adds a condition, where one can be added. */
export function conditionFix(
  { text }: PolicyDocument,
  statement: Statement,
  condition: NewCondition,
  rest: Partial<Fix> = {},
): Fix[] {
  const edit = addCondition(text, statement, condition);
  const [operator, key, value] = condition;
  const title = `Add the condition ${operator} ${key}: ${JSON.stringify(value)}`;
  return edit ? [{ title, ...rest, edits: [edit] }] : [];
}

/** Takes a condition out, with its operator or the whole Condition where nothing else is in it. */
export function removeCondition(text: string, entry: ConditionEntry): TextEdit {
  let member = entry.property;
  for (const above of ancestors(entry.property)) {
    if (above.type !== 'property' || member.parent.properties.length > 1) continue;
    if (above.key.value === 'Statement') break;
    member = above;
  }
  return removeMember(text, member);
}
