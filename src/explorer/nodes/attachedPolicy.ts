import type * as vscode from 'vscode';
import type { PolicyHolder } from '../../iam/model';
import { allowsEverything } from '../../iam/allowsEverything';
import { openPolicyOnClick, tooltip, treeItem, type TreeContext, type TreeNode } from '../node';

interface AttachedPolicyPlace {
  holder: PolicyHolder;
  name: string;
  arn: string;
  /** The group that a user inherits it from. */
  via?: string;
  prefix: string;
}

/** A managed policy where it is attached. */
export class AttachedPolicyNode implements TreeNode {
  readonly id: string;
  readonly ref;

  constructor(
    private readonly tree: TreeContext,
    private readonly place: AttachedPolicyPlace,
    readonly parent: TreeNode,
  ) {
    const { holder, name, arn, prefix } = place;
    this.id = `${prefix}/attached:${arn}`;
    this.ref = { kind: 'attachment', holder, arn, name } as const;
  }

  item(): vscode.TreeItem {
    const { name, arn, via } = this.place;
    const policy = this.tree.account.policy(arn);
    const awsManaged = arn.split(':')[4] === 'aws';
    const text = policy?.versions.find(({ isDefault }) => isDefault)?.document;
    const full =
      text === undefined ? awsManaged && name === 'AdministratorAccess' : allowsEverything(text);
    const origin =
      via === undefined ? (awsManaged ? 'AWS managed' : 'customer managed') : `from group ${via}`;
    return treeItem(this.id, {
      label: name,
      description: full ? `${origin}  ⚠ allows everything` : origin,
      icon: awsManaged ? 'shield' : 'law',
      contextValue: via === undefined ? 'attachment' : 'attachment.inherited',
      command: openPolicyOnClick(this),
    });
  }

  tooltip(): vscode.MarkdownString {
    const { holder, name, arn } = this.place;
    const policy = this.tree.account.policy(arn);
    return tooltip(name, [
      ['ARN', arn],
      ['Description', policy?.description],
      ['Attached to', `${holder.kind} ${holder.name}`],
    ]);
  }
}
