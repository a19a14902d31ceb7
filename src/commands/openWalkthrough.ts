import * as vscode from 'vscode';
import type { Command } from './command';

/** Opens the walkthrough, which also lists the commands of the IAM CLI toolkit. */
export const openWalkthrough: Command = {
  id: 'iamWorkbench.openWalkthrough',
  async run({ context }) {
    await vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      `${context.extension.id}#iamWorkbench.start`,
    );
  },
};
