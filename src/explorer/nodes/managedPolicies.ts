import type * as vscode from 'vscode';
import type { ManagedPolicy } from '../../iam/model';
import { describeList } from '../describe';
import { treeItem, type TreeContext, type TreeNode } from '../node';
import { filtered, listChildren } from './list';
import { ManagedPolicyNode } from './managedPolicy';

/** "Customer managed policies" and, loaded when it is first opened, "AWS managed policies". */
export class ManagedPoliciesNode implements TreeNode {
  readonly id: string;

  constructor(
    private readonly tree: TreeContext,
    private readonly owner: 'customer' | 'aws',
  ) {
    this.id = owner === 'aws' ? 'awsPolicies' : 'policies';
  }

  private get list() {
    const { account } = this.tree;
    return this.owner === 'aws' ? account.awsPolicies : account.policies;
  }

  item(): vscode.TreeItem {
    const { items, state } = this.list;
    return treeItem(this.id, {
      label: this.owner === 'aws' ? 'AWS managed policies' : 'Customer managed policies',
      description:
        state === 'idle'
          ? undefined
          : describeList(filtered(this.tree, this.list).length, items.length),
      icon: 'library',
      contextValue: this.id,
      state: this.owner === 'customer' && this.tree.filter !== '' ? 'expanded' : 'collapsed',
    });
  }

  async children(): Promise<TreeNode[]> {
    if (this.owner === 'aws' && this.list.state === 'idle') await this.loadAws();
    return listChildren<ManagedPolicy>(this.tree, this, {
      items: this.list,
      makeLeaf: ({ arn }, parent) =>
        this.tree.node(`policy:${arn}`, () => new ManagedPolicyNode(this.tree, arn, parent)),
      empty: {
        sentence: 'No policies yet.',
        action: { title: 'Create a policy…', command: 'createPolicy' },
      },
    });
  }

  /** A failure is kept in the list itself and shown as a node. */
  private loadAws(): Promise<void> {
    return this.tree.account.loadAwsPolicies().catch(() => undefined);
  }
}
