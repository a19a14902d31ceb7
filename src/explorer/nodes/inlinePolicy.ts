import type * as vscode from 'vscode';
import type { PolicyHolder } from '../../iam/model';
import { allowsEverything } from '../../iam/allowsEverything';
import { counted } from '../../ui/words';
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
    const { name, via } = this.place;
    const origin = via === undefined ? 'inline' : `from group ${via}`;
    return treeItem(this.id, {
      label: name,
      description: allowsEverything(this.text()) ? `${origin}  ⚠ allows everything` : origin,
      icon: 'law',
      contextValue: via === undefined ? 'policy.inline' : 'policy.inherited',
      command: openPolicyOnClick(this),
    });
  }

  tooltip(): vscode.MarkdownString {
    const { holder, name } = this.place;
    const size = this.text().replace(/\s/g, '').length;
    return tooltip(name, [
      ['Inline policy of', `${holder.kind} ${holder.name}`],
      ['Size', counted(size, 'character')],
    ]);
  }

  private text(): string {
    const { holder, name } = this.place;
    const { account } = this.tree;
    const owner = holder.kind === 'user' ? account.user(holder.name) : account.group(holder.name);
    return owner?.inlinePolicies.find((policy) => policy.name === name)?.document ?? '';
  }
}
