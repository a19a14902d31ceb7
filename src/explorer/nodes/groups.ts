import type * as vscode from 'vscode';
import { describeList } from '../describe';
import { treeItem, type TreeContext, type TreeNode } from '../node';
import { GroupNode } from './group';
import { filtered, listChildren } from './list';

/** "Groups": all groups of the account. */
export class GroupsNode implements TreeNode {
  readonly id = 'groups';

  constructor(private readonly tree: TreeContext) {}

  item(): vscode.TreeItem {
    const { groups } = this.tree.account;
    return treeItem(this.id, {
      label: 'Groups',
      description: describeList(filtered(this.tree, groups).length, groups.items.length),
      icon: 'organization',
      contextValue: 'groups',
      state: 'expanded',
    });
  }

  children(): TreeNode[] {
    return listChildren(this.tree, this, {
      items: this.tree.account.groups,
      makeLeaf: ({ name }, parent) =>
        this.tree.node(`group:${name}`, () => new GroupNode(this.tree, name, parent)),
      empty: {
        sentence: 'No groups yet.',
        action: { title: 'Create a group…', command: 'createGroup' },
      },
    });
  }
}
