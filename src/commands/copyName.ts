import * as vscode from 'vscode';
import { nameOf } from '../ui/entityText';
import { targetRefs, type Command } from './command';

/** Copies the names (of keys and certificates the ids) of what is selected, one a line. */
export const copyName: Command = {
  id: 'iamWorkbench.copyName',
  async run(services, ...args) {
    const names = targetRefs(services, args).map(nameOf);
    if (names.length === 0) {
      await services.prompts.inform('Select something in the IAM view to copy its name.');
      return;
    }
    await vscode.env.clipboard.writeText(names.join('\n'));
  },
};
