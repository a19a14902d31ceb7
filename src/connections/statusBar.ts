import * as vscode from 'vscode';
import type { Connections } from '../services';

/** "IAM: prod (111122223333)": which account a click would change. */
export function showStatus(connections: Connections): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'iamWorkbench.connection',
    vscode.StatusBarAlignment.Left,
    0,
  );
  item.name = 'IAM Connection';
  item.command = 'iamWorkbench.switchConnection';
  const update = (): void => {
    const { active } = connections;
    item.text = active ? `IAM: ${active.resolved.label}` : 'IAM: not connected';
  };
  update();
  item.show();
  return vscode.Disposable.from(item, connections.onDidChange(update));
}
