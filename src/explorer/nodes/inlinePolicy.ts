import type * as vscode from 'vscode';
import type { PolicyHolder } from '../../iam/model';
import { allowsEverything } from '../../iam/allowsEverything';
import { openPolicyOnClick, tooltip, treeItem, type TreeContext, type TreeNode } from '../node';

interface InlinePolicyPlace {
  holder: PolicyHolder;
  name: string;
  /** The group that a user inherits it from. */
  via?: string;
  prefix: string;
}

export class InlinePolicyNode implements TreeNode {
  readonly id: string;
  readonly ref;

  constructor(
    private readonly tree: TreeContext,
    private readonly place: InlinePolicyPlace,
    readonly parent: TreeNode,
  ) {
    const { holder, name: policyName, prefix } = place;
    this.id = `${prefix}/inline:${policyName}`;
    this.ref = { kind: 'policy', ref: { kind: 'inline', holder, policyName } } as const;
  }

  item(): vscode.TreeItem {
    const { holder, name, via } = this.place;
    const { account } = this.tree;
    const owner = holder.kind === 'user' ? account.user(holder.name) : account.group(holder.name);
    const document = owner?.inlinePolicies.find((policy) => policy.name === name)?.document ?? '';
    const origin = via === undefined ? 'inline' : `from group ${via}`;
    return treeItem(this.id, {
      label: name,
      description: allowsEverything(document) ? `${origin}  ⚠ allows everything` : origin,
      icon: 'law',
      contextValue: via === undefined ? 'policy.inline' : 'policy.inherited',
      tooltip: tooltip(name, [
        ['Inline policy of', `${holder.kind} ${holder.name}`],
        ['Size', `${document.replace(/\s/g, '').length.toLocaleString()} characters`],
      ]),
      command: openPolicyOnClick(this),
    });
  }
}
