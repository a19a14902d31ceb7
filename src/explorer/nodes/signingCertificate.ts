import type * as vscode from 'vscode';
import type { SigningCertificate } from '../../iam/model';
import { describeCertificate, shortId, validityOf, type Validity } from '../describe';
import { exactTime, tooltip, treeItem, type TreeContext, type TreeNode } from '../node';

const WARNS: readonly Validity[] = ['expiresSoon', 'expired', 'notYetValid'];

export class SigningCertificateNode implements TreeNode {
  readonly id: string;
  readonly ref;

  constructor(
    private readonly tree: TreeContext,
    private readonly userName: string,
    private readonly certificateId: string,
    readonly parent: TreeNode,
  ) {
    this.id = `${parent.id}/${certificateId}`;
    this.ref = { kind: 'signingCertificate', userName, id: certificateId } as const;
  }

  item(): vscode.TreeItem {
    const certificate = this.find();
    const active = certificate?.status === 'Active';
    const warns = certificate && active && WARNS.includes(validityOf(certificate, this.tree.now));
    return treeItem(this.id, {
      label: shortId(this.certificateId),
      description: certificate && describeCertificate(certificate, this.tree.now),
      icon: active ? 'verified' : 'circle-slash',
      color: warns ? 'list.warningForeground' : undefined,
      contextValue: active ? 'signingCertificate.active' : 'signingCertificate.inactive',
    });
  }

  tooltip(): vscode.MarkdownString {
    const certificate = this.find();
    return tooltip(this.certificateId, [
      ['User', this.userName],
      ['Status', certificate?.status],
      ['Subject', certificate?.subject],
      ['Uploaded', exactTime(certificate?.uploaded)],
      ['Valid from', exactTime(certificate?.notBefore)],
      ['Valid to', exactTime(certificate?.notAfter)],
    ]);
  }

  private find(): SigningCertificate | undefined {
    const known = this.tree.account.credentials(this.userName)?.certificates ?? [];
    return known.find(({ id }) => id === this.certificateId);
  }
}
