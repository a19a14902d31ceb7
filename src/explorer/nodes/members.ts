import type * as vscode from 'vscode';
import { treeItem, type TreeContext, type TreeNode } from '../node';
import { MembershipNode } from './membership';
import { EmptyNode } from './message';
import { whenHolderLoaded } from './whenLoaded';

/** "Members" of a group. */
export class MembersNode implements TreeNode {
  readonly id: string;
  readonly ref;

  constructor(
    private readonly tree: TreeContext,
    private readonly groupName: string,
    readonly parent: TreeNode,
  ) {
    this.id = `${parent.id}/members`;
    this.ref = { kind: 'group', name: groupName } as const;
  }

  item(): vscode.TreeItem {
    return treeItem(this.id, {
      label: 'Members',
      icon: 'person',
      contextValue: 'members',
      state: 'expanded',
    });
  }

  children(): Promise<TreeNode[]> {
    return whenHolderLoaded(this.tree, this.ref, this, () => this.memberNodes());
  }

  private memberNodes(): TreeNode[] {
    const members = this.tree.account.members(this.groupName);
    if (members.length === 0) {
      return [
        new EmptyNode(this, 'No members.', { title: 'Add a user…', command: 'addUserToGroup' }),
      ];
    }
    return members.map(({ name }) =>
      this.tree.node(
        `${this.id}/${name}`,
        () => new MembershipNode(this.tree, name, this.groupName, 'user', this),
      ),
    );
  }
}
