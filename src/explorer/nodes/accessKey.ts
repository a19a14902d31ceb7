import type * as vscode from 'vscode';
import type { AccessKey } from '../../iam/model';
import { describeAccessKey, isOld, shortId } from '../describe';
import { exactTime, tooltip, treeItem, type TreeContext, type TreeNode } from '../node';

export class AccessKeyNode implements TreeNode {
  readonly id: string;
  readonly ref;

  constructor(
    private readonly tree: TreeContext,
    private readonly userName: string,
    private readonly keyId: string,
    readonly parent: TreeNode,
  ) {
    this.id = `${parent.id}/${keyId}`;
    this.ref = { kind: 'accessKey', userName, id: keyId } as const;
  }

  item(): vscode.TreeItem {
    const key = this.find();
    const active = key?.status === 'Active';
    const old = key !== undefined && active && isOld(key, this.tree.now);
    return treeItem(this.id, {
      label: shortId(this.keyId),
      description: key && describeAccessKey(key, this.tree.now),
      icon: active ? 'key' : 'circle-slash',
      color: old ? 'list.warningForeground' : undefined,
      contextValue: active ? 'accessKey.active' : 'accessKey.inactive',
    });
  }

  tooltip(): vscode.MarkdownString {
    const key = this.find();
    return tooltip(this.keyId, [
      ['User', this.userName],
      ['Status', key?.status],
      ['Created', exactTime(key?.created)],
      ['Last used', lastUsed(key)],
    ]);
  }

  private find(): AccessKey | undefined {
    const known = this.tree.account.credentials(this.userName)?.accessKeys ?? [];
    return known.find(({ id }) => id === this.keyId);
  }
}

function lastUsed(key: AccessKey | undefined): string | undefined {
  if (key?.lastUsed === undefined || key.lastUsed === 'never') return key?.lastUsed;
  const { date, service, region } = key.lastUsed;
  return `${exactTime(date) ?? ''}, ${service}, ${region}`;
}
