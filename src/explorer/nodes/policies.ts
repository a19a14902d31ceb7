import type * as vscode from 'vscode';
import type { Group, PolicyHolder, User } from '../../iam/model';
import { treeItem, type TreeContext, type TreeNode } from '../node';
import { AttachedPolicyNode } from './attachedPolicy';
import { InlinePolicyNode } from './inlinePolicy';
import { EmptyNode } from './message';
import { whenHolderLoaded } from './whenLoaded';

/** How many policies a user or group has of its own. */
export function policiesOf(holder: User | Group): number {
  return holder.inlinePolicies.length + holder.attachedPolicies.length;
}

/** "Policies" of a group, or those of a user with the ones that come from its groups. */
export class PoliciesNode implements TreeNode {
  readonly id: string;
  readonly ref;

  constructor(
    private readonly tree: TreeContext,
    private readonly holder: PolicyHolder,
    readonly parent: TreeNode,
  ) {
    this.id = `${parent.id}/policies`;
    this.ref = holder;
  }

  item(): vscode.TreeItem {
    return treeItem(this.id, {
      label: 'Policies',
      icon: 'law',
      contextValue: `policies.${this.holder.kind}`,
      state: 'expanded',
    });
  }

  children(): Promise<TreeNode[]> {
    return whenHolderLoaded(this.tree, this.holder, this, () => this.policyNodes());
  }

  private policyNodes(): TreeNode[] {
    const { account } = this.tree;
    const { kind, name } = this.holder;
    const user = kind === 'user' ? account.user(name) : undefined;
    const own = user ?? account.group(name);
    const nodes = own && kind === own.kind ? this.policiesFrom(own) : [];
    for (const groupName of user?.groups ?? []) {
      const group = account.group(groupName);
      if (group) nodes.push(...this.policiesFrom(group));
    }
    if (nodes.length > 0) return nodes;
    const command = kind === 'user' ? 'uploadUserPolicy' : 'uploadGroupPolicy';
    return [new EmptyNode(this, 'No policies.', { title: 'Upload a policy…', command })];
  }

  private policiesFrom(owner: User | Group): TreeNode[] {
    const holder: PolicyHolder = { kind: owner.kind, name: owner.name };
    const via = owner.kind === 'group' && this.holder.kind === 'user' ? owner.name : undefined;
    const prefix = `${this.id}/${owner.kind}:${owner.name}`;
    return [
      ...owner.inlinePolicies.map(({ name }) =>
        this.tree.node(
          `${prefix}/inline:${name}`,
          () => new InlinePolicyNode(this.tree, { holder, name, via, prefix }, this),
        ),
      ),
      ...owner.attachedPolicies.map(({ name, arn }) =>
        this.tree.node(
          `${prefix}/attached:${arn}`,
          () => new AttachedPolicyNode(this.tree, { holder, name, arn, via, prefix }, this),
        ),
      ),
    ];
  }
}
