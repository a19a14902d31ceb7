import type { ConditionEntry } from './document';
import { replaceNode } from './edit';
import { VPC_ENDPOINT_ID, VPC_ID } from './facts/roles';
import type { Fix } from './finding';
import { renameFix } from './renameFix';
import type { Node } from './syntax';

const kinds = [
  { id: VPC_ID, key: 'aws:SourceVpc' },
  { id: VPC_ENDPOINT_ID, key: 'aws:SourceVpce' },
];

/**
 * A value that is no id of a VPC or endpoint: the id that an ARN ends in, or the id without the
 * spaces and capitals in it; and for an id of the other kind the key of that kind.
 */
export function networkIdFix(
  { property, lowerKey, values }: ConditionEntry,
  node: Node,
  text: string,
): Fix[] {
  const id = text
    .trim()
    .toLowerCase()
    .replace(/^.*[/:]/, '');
  const own = kinds.find(({ key }) => key.toLowerCase() === lowerKey);
  const fitting = kinds.find((kind) => kind.id.test(id));
  if (!fitting || !own) return [];
  if (fitting === own) {
    return [{ title: `Change to ${id}`, edits: [replaceNode(node, `"${id}"`)], preferred: true }];
  }
  if (id !== text || values.length !== 1) return [];
  const title = `Change the key to ${fitting.key}`;
  return renameFix(property.key, fitting.key, { title, preferred: true });
}
