import type * as vscode from 'vscode';
import { treeItem, type TreeContext, type TreeNode } from '../node';
import { MembershipNode } from './membership';
import { EmptyNode } from './message';
import { whenHolderLoaded } from './whenLoaded';

/** "Groups" of a user. */
export class MembershipsNode implements TreeNode {
  readonly id: string;
  readonly ref;

  constructor(
    private readonly tree: TreeContext,
    private readonly userName: string,
    readonly parent: TreeNode,
  ) {
    this.id = `${parent.id}/groups`;
    this.ref = { kind: 'user', name: userName } as const;
  }

  item(): vscode.TreeItem {
    return treeItem(this.id, {
      label: 'Groups',
      icon: 'organization',
      contextValue: 'memberships',
      state: 'expanded',
    });
  }

  children(): Promise<TreeNode[]> {
    return whenHolderLoaded(this.tree, this.ref, this, () => this.groupNodes());
  }

  private groupNodes(): TreeNode[] {
    const groups = this.tree.account.user(this.userName)?.groups ?? [];
    if (groups.length === 0) {
      return [
        new EmptyNode(this, 'In no group.', {
          title: 'Add to a group…',
          command: 'addUserToGroup',
        }),
      ];
    }
    return groups.map((groupName) =>
      this.tree.node(
        `${this.id}/${groupName}`,
        () => new MembershipNode(this.tree, this.userName, groupName, 'group', this),
      ),
    );
  }
}
