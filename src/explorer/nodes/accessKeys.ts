import type * as vscode from 'vscode';
import { treeItem, type TreeContext, type TreeNode } from '../node';
import { AccessKeyNode } from './accessKey';
import { EmptyNode } from './message';
import { whenCredentialsLoaded } from './whenLoaded';

/** "Access keys" of a user. */
export class AccessKeysNode implements TreeNode {
  readonly id: string;
  readonly ref;

  constructor(
    private readonly tree: TreeContext,
    private readonly userName: string,
    readonly parent: TreeNode,
  ) {
    this.id = `${parent.id}/accessKeys`;
    this.ref = { kind: 'user', name: userName } as const;
  }

  item(): vscode.TreeItem {
    return treeItem(this.id, {
      label: 'Access keys',
      icon: 'key',
      contextValue: 'accessKeys',
      state: 'expanded',
    });
  }

  children(): Promise<TreeNode[]> {
    const place = { userName: this.userName, operation: 'ListAccessKeys', parent: this };
    return whenCredentialsLoaded(this.tree, place, ({ accessKeys }) =>
      accessKeys.length > 0
        ? accessKeys.map((key) =>
            this.tree.node(
              `${this.id}/${key.id}`,
              () => new AccessKeyNode(this.tree, this.userName, key.id, this),
            ),
          )
        : [
            new EmptyNode(this, 'No access keys.', {
              title: 'Create an access key…',
              command: 'createAccessKey',
            }),
          ],
    );
  }
}
