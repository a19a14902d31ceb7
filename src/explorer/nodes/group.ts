import type * as vscode from 'vscode';
import { counted } from '../../ui/words';
import { exactTime, tooltip, treeItem, type TreeContext, type TreeNode } from '../node';
import { MembersNode } from './members';
import { PoliciesNode, policiesOf } from './policies';

export class GroupNode implements TreeNode {
  readonly id: string;
  readonly ref;

  constructor(
    private readonly tree: TreeContext,
    private readonly name: string,
    readonly parent: TreeNode,
  ) {
    this.id = `group:${name}`;
    this.ref = { kind: 'group', name } as const;
  }

  item(): vscode.TreeItem {
    return treeItem(this.id, {
      label: this.name,
      description: this.contents(),
      icon: 'organization',
      contextValue: 'group',
      state: 'collapsed',
    });
  }

  tooltip(): vscode.MarkdownString {
    const group = this.tree.account.group(this.name);
    return tooltip(this.name, [
      ['ARN', group?.arn],
      ['Id', group?.id],
      ['Path', group?.path],
      ['Created', exactTime(group?.created)],
      ['In the way of a deletion', this.contents()],
    ]);
  }

  private contents(): string {
    const { account } = this.tree;
    const group = account.group(this.name);
    if (group?.partial) return '';
    const members = counted(account.members(this.name).length, 'member');
    return `${members} · ${counted(group ? policiesOf(group) : 0, 'policy', 'policies')}`;
  }

  children(): TreeNode[] {
    const holder = { kind: 'group', name: this.name } as const;
    return [
      this.tree.node(`${this.id}/policies`, () => new PoliciesNode(this.tree, holder, this)),
      this.tree.node(`${this.id}/members`, () => new MembersNode(this.tree, this.name, this)),
    ];
  }
}
