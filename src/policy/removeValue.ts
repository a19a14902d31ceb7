import type {
  ActionValue,
  PolicyDocument,
  PrincipalValue,
  ResourceValue,
  Statement,
} from './document';
import { removeMember } from './edit';
import type { Fix, TextEdit } from './finding';
import type { Node, Property } from './syntax';

/**
 * Takes an action, resource or principal out: from its list, or with its whole statement where the
 * statement would name none and the policy has others. Undefined where neither can be.
 */
export function removeValue(
  { text }: PolicyDocument,
  { node, statement }: ActionValue | ResourceValue | PrincipalValue,
): TextEdit | undefined {
  let member: Node | Property = node;
  for (;;) {
    const owner: Node | Property | undefined = member.parent;
    if (owner === statement.node || owner === undefined) break;
    const siblings =
      owner.type === 'array' ? owner.items : owner.type === 'object' ? owner.properties : [];
    if (siblings.length > 1) return removeMember(text, member);
    member = owner;
  }
  return removeStatement(text, statement);
}

/** Takes a statement out of a list that has others. */
export function removeStatement(text: string, { node }: Statement): TextEdit | undefined {
  const list = node.parent;
  return list?.type === 'array' && list.items.length > 1 ? removeMember(text, node) : undefined;
}

/** The fix that takes a value out, where it can be taken out. */
export function removalFix(
  document: PolicyDocument,
  value: ActionValue | ResourceValue | PrincipalValue,
): Fix[] {
  const edit = removeValue(document, value);
  return edit ? [{ title: `Remove ${value.text}`, edits: [edit] }] : [];
}
