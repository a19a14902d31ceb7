import * as vscode from 'vscode';

/** The address of a command with its argument, as links have it. */
export function commandUri(command: string, argument: unknown): vscode.Uri {
  const query = encodeURIComponent(JSON.stringify([argument]));
  return vscode.Uri.parse(`command:${command}?${query}`);
}
