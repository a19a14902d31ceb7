import type * as vscode from 'vscode';
import { describeList } from '../describe';
import { treeItem, type TreeContext, type TreeNode } from '../node';
import { filtered, listChildren } from './list';
import { UserNode } from './user';

/** "Users": all users of the account. */
export class UsersNode implements TreeNode {
  readonly id = 'users';

  constructor(private readonly tree: TreeContext) {}

  item(): vscode.TreeItem {
    const { users } = this.tree.account;
    return treeItem(this.id, {
      label: 'Users',
      description: describeList(filtered(this.tree, users).length, users.items.length),
      icon: 'person',
      contextValue: 'users',
      state: 'expanded',
    });
  }

  children(): TreeNode[] {
    return listChildren(this.tree, this, {
      items: this.tree.account.users,
      makeLeaf: ({ name }, parent) =>
        this.tree.node(`user:${name}`, () => new UserNode(this.tree, name, parent)),
      empty: {
        sentence: 'No users yet.',
        action: { title: 'Create a user…', command: 'createUser' },
      },
    });
  }
}
