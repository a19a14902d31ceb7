import type * as vscode from 'vscode';
import type { Group, User } from '../../iam/model';
import { counted } from '../../ui/words';
import { tooltip, treeItem, type TreeContext, type TreeNode } from '../node';
import { policiesOf } from './policies';

/** A user below a group (`user`) or a group below a user (`group`). */
export class MembershipNode implements TreeNode {
  readonly id: string;
  readonly ref;

  constructor(
    private readonly tree: TreeContext,
    private readonly userName: string,
    private readonly groupName: string,
    private readonly shown: 'user' | 'group',
    readonly parent: TreeNode,
  ) {
    this.id = `${parent.id}/${shown === 'user' ? userName : groupName}`;
    this.ref = { kind: 'membership', userName, groupName, shown } as const;
  }

  item(): vscode.TreeItem {
    const asMember = this.shown === 'user';
    const name = asMember ? this.userName : this.groupName;
    const shown = this.find();
    return treeItem(this.id, {
      label: name,
      description:
        shown?.kind === 'group' ? counted(policiesOf(shown), 'policy', 'policies') : undefined,
      icon: asMember ? 'person' : 'organization',
      contextValue: asMember ? 'membership.user' : 'membership.group',
    });
  }

  tooltip(): vscode.MarkdownString {
    const shown = this.find();
    const name = shown?.name ?? '';
    return tooltip(name, [
      ['ARN', shown?.arn],
      ['Path', shown?.path],
    ]);
  }

  private find(): User | Group | undefined {
    const { account } = this.tree;
    return this.shown === 'user' ? account.user(this.userName) : account.group(this.groupName);
  }
}
