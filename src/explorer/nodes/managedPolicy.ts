import type * as vscode from 'vscode';
import { allowsEverything } from '../../iam/allowsEverything';
import { counted } from '../../ui/words';
import {
  exactTime,
  openPolicyOnClick,
  tooltip,
  treeItem,
  type TreeContext,
  type TreeNode,
} from '../node';

/** A managed policy in the list of policies. */
export class ManagedPolicyNode implements TreeNode {
  readonly id: string;
  readonly ref;

  constructor(
    private readonly tree: TreeContext,
    private readonly arn: string,
    readonly parent: TreeNode,
  ) {
    this.id = `policy:${arn}`;
    this.ref = { kind: 'policy', ref: { kind: 'managed', arn } } as const;
  }

  item(): vscode.TreeItem {
    const policy = this.tree.account.policy(this.arn);
    const text = policy?.versions.find(({ isDefault }) => isDefault)?.document;
    const attached = policy?.attachmentCount ?? 0;
    const parts = [
      attached === 0
        ? 'not attached'
        : `attached to ${counted(attached, 'identity', 'identities')}`,
      text !== undefined && allowsEverything(text) ? '⚠ allows everything' : undefined,
    ];
    return treeItem(this.id, {
      label: policy?.name ?? this.arn,
      description: parts.filter((part) => part !== undefined).join('  '),
      icon: policy?.awsManaged ? 'shield' : 'law',
      contextValue: policy?.awsManaged ? 'policy.aws' : 'policy.customer',
      command: openPolicyOnClick(this),
    });
  }

  tooltip(): vscode.MarkdownString {
    const policy = this.tree.account.policy(this.arn);
    return tooltip(policy?.name ?? this.arn, [
      ['ARN', this.arn],
      ['Description', policy?.description],
      ['Path', policy?.path],
      ['Id', policy?.id],
      ['Default version', policy?.defaultVersionId],
      ['Versions', policy && counted(policy.versions.length, 'version')],
      ['Used as a boundary', policy && counted(policy.boundaryUsageCount, 'time')],
      ['Created', exactTime(policy?.created)],
      ['Changed', exactTime(policy?.updated)],
    ]);
  }
}
