import * as vscode from 'vscode';
import type { Connections, PolicyDocuments } from '../services';
import { POLICY_SCHEME, policyPath } from './policyUri';

export function registerDocuments(connections: Connections): PolicyDocuments {
  return {
    async open(ref) {
      const connectionId = connections.active?.resolved.connection.id ?? '';
      const path = policyPath({ connectionId, ref });
      await vscode.window.showTextDocument(vscode.Uri.from({ scheme: POLICY_SCHEME, path }));
    },
    async openCopy(ref) {
      const content = (await connections.active?.account.readPolicy(ref))?.text;
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }));
    },
    compare: () => Promise.resolve(),
  };
}
