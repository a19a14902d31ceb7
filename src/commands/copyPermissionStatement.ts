import * as vscode from 'vscode';
import { statementToAskFor } from '../ui/errorText';
import type { Command } from './command';

function permissionOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null || !('permission' in node)) return undefined;
  return typeof node.permission === 'string' ? node.permission : undefined;
}

/** On a node that is denied: copies the statement that an administrator may add. */
export const copyPermissionStatement: Command = {
  id: 'iamWorkbench.copyPermissionStatement',
  async run(_services, node) {
    const permission = permissionOf(node);
    if (permission === undefined) return;
    await vscode.env.clipboard.writeText(statementToAskFor(permission));
  },
};
