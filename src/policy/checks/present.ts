import { editDistance } from '../nearest';
import type { ObjectNode } from '../syntax';

/** Whether an element is there under a name with a slip, which INVALID_POLICY_ELEMENT reports. */
export function hasAlike(node: ObjectNode, ...names: string[]): boolean {
  return node.properties.some(({ key }) =>
    names.some((name) => key.value !== name && editDistance(key.value, name, 2) <= 2),
  );
}
