import * as vscode from 'vscode';
import type { Disposable } from '../iam/events';
import type { AccountTree, Connections } from '../services';

export interface Explorer extends AccountTree, Disposable {}

export function registerExplorer(connections: Connections): Explorer {
  const changed = new vscode.EventEmitter<undefined>();
  const view = vscode.window.createTreeView<string>('iamWorkbench.account', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (element) => new vscode.TreeItem(element),
      getChildren: (): string[] =>
        connections.active?.account.groups.items.map(({ name }): string => name) ?? [],
    },
  });
  const subscription = connections.onDidChange(() => changed.fire(undefined));
  return {
    selection: [],
    filter: '',
    dispose: () => vscode.Disposable.from(view, changed, subscription).dispose(),
  };
}
