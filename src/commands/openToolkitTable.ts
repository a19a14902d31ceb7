import * as vscode from 'vscode';
import type { Command } from './command';

/** Shows the table from the commands of the IAM CLI toolkit to those of this extension. */
export const openToolkitTable: Command = {
  id: 'iamWorkbench.openToolkitTable',
  async run({ context }) {
    const file = vscode.Uri.joinPath(context.extensionUri, 'media', 'walkthrough', 'toolkit.md');
    await vscode.commands.executeCommand('markdown.showPreview', file);
  },
};
