import * as vscode from 'vscode';
import type { AccountIdentity } from '../iam/model';
import type { ConnectionManager } from './connectionManager';
import type { Session } from './session';
import { rememberedText, statusText, type ConnectionStatus } from './statusText';

/** Which account is in use; a click switches. Hidden where IAM was never connected. */
export function showStatus(connections: ConnectionManager, session: Session): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'iamWorkbench.connection',
    vscode.StatusBarAlignment.Left,
    0,
  );
  item.name = 'IAM Connection';
  let identity: AccountIdentity | undefined;
  const draw = (): void => drawItem(item, connections, session, identity);
  const follow = (): void => {
    identity = undefined;
    session.reset();
    draw();
    const { active } = connections;
    active?.account.identity().then(
      (known) => {
        if (connections.active?.account !== active.account) return;
        identity = known;
        draw();
      },
      // The tree says why; the session's own event colours the item.
      () => undefined,
    );
  };
  draw();
  const subscriptions = [connections.onDidChange(follow), session.onDidChange(draw)];
  return vscode.Disposable.from(item, ...subscriptions);
}

function drawItem(
  item: vscode.StatusBarItem,
  { active, remembered }: ConnectionManager,
  { isLost }: Session,
  identity: AccountIdentity | undefined,
): void {
  item.command = 'iamWorkbench.switchConnection';
  item.backgroundColor = undefined;
  if (active) {
    const status: ConnectionStatus = { resolved: active.resolved, identity, sessionLost: isLost };
    item.text = statusText(status);
    item.tooltip = details(status);
    item.accessibilityInformation = { label: item.text.replace('$(lock)', 'read-only') };
    if (isLost) {
      item.backgroundColor = new vscode.ThemeColor('statusBarItem.errorBackground');
      item.command = 'iamWorkbench.reconnect';
    }
  } else if (remembered) {
    item.text = rememberedText(remembered);
    item.tooltip =
      'Connects when the IAM view is opened or a policy asks for names. A click chooses another connection.';
  }
  if (active || remembered) item.show();
  else item.hide();
}

/** Values come from AWS and from files: they are appended as text. */
function details({ resolved, identity, sessionLost }: ConnectionStatus): vscode.MarkdownString {
  const facts: [string, string | undefined][] = [
    ['Connection', resolved.label],
    ['Account', identity?.accountId],
    ['Alias', identity?.alias],
    ['Caller', identity?.arn],
    ['Partition', resolved.partition],
    ['Endpoint', resolved.endpoint],
    ['Read-only', resolved.readOnly ? 'changes are refused before they are sent' : undefined],
  ];
  const text = new vscode.MarkdownString();
  for (const [name, value] of facts) {
    if (value !== undefined)
      text.appendMarkdown(`${name}: `).appendText(value).appendMarkdown('  \n');
  }
  return text.appendMarkdown(
    sessionLost
      ? '\nThe session has ended. Sign in, then click to connect again.'
      : '\nClick to switch.',
  );
}
