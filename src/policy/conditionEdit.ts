import type { ConditionEntry } from './document';
import { insertProperty, removeMember, renameProperty } from './edit';
import type { TextEdit } from './finding';
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
