import type * as vscode from 'vscode';
import { treeItem, type TreeContext, type TreeNode } from '../node';
import { EmptyNode } from './message';
import { SigningCertificateNode } from './signingCertificate';
import { whenCredentialsLoaded } from './whenLoaded';

/** "Signing certificates" of a user. */
export class SigningCertificatesNode implements TreeNode {
  readonly id: string;
  readonly ref;

  constructor(
    private readonly tree: TreeContext,
    private readonly userName: string,
    readonly parent: TreeNode,
  ) {
    this.id = `${parent.id}/certificates`;
    this.ref = { kind: 'user', name: userName } as const;
  }

  item(): vscode.TreeItem {
    return treeItem(this.id, {
      label: 'Signing certificates',
      icon: 'verified',
      contextValue: 'signingCertificates',
      state: 'expanded',
    });
  }

  children(): Promise<TreeNode[]> {
    const place = { userName: this.userName, operation: 'ListSigningCertificates', parent: this };
    return whenCredentialsLoaded(this.tree, place, ({ certificates }) =>
      certificates.length > 0
        ? certificates.map(({ id }) =>
            this.tree.node(
              `${this.id}/${id}`,
              () => new SigningCertificateNode(this.tree, this.userName, id, this),
            ),
          )
        : [
            new EmptyNode(this, 'No signing certificates.', {
              title: 'Create a certificate…',
              command: 'createSigningCertificate',
            }),
          ],
    );
  }
}
