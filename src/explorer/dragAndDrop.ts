import * as vscode from 'vscode';
import type { TreeNode } from './node';

/** VS Code's own type for what is dragged within one tree: `application/vnd.code.tree.<view id>`. */
const MIME_TYPE = 'application/vnd.code.tree.iamworkbench.account';

/** Users, or members of another group, dropped on a group are added to it. */
export const dragAndDrop: vscode.TreeDragAndDropController<TreeNode> = {
  dragMimeTypes: [MIME_TYPE],
  dropMimeTypes: [MIME_TYPE],
  handleDrag(nodes, data) {
    const users = nodes.flatMap(({ ref }) => {
      if (ref?.kind === 'user') return [ref.name];
      return ref?.kind === 'membership' ? [ref.userName] : [];
    });
    if (users.length > 0) data.set(MIME_TYPE, new vscode.DataTransferItem(users));
  },
  async handleDrop(target, data) {
    const users = data.get(MIME_TYPE)?.value as string[] | undefined;
    const group = groupOf(target);
    if (!users || group === undefined) return;
    const targets = [
      ...users.map((name) => ({ ref: { kind: 'user', name } })),
      { ref: { kind: 'group', name: group } },
    ];
    // The command writes and says what it did: nodes never write.
    await vscode.commands.executeCommand('iamWorkbench.addUserToGroup', targets[0], targets);
  },
};

/** The group that a node stands for or lies in. */
function groupOf(node: TreeNode | undefined): string | undefined {
  for (let up = node; up; up = up.parent) if (up.ref?.kind === 'group') return up.ref.name;
  return undefined;
}
