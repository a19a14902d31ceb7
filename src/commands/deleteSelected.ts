import * as vscode from 'vscode';
import type { EntityRef } from '../iam/model';
import type { Command } from './command';

/** Which command the Delete key means on a node. */
const DELETE_COMMANDS: Record<EntityRef['kind'], string> = {
  user: 'deleteUser',
  group: 'deleteGroup',
  accessKey: 'deleteAccessKey',
  signingCertificate: 'deleteSigningCertificate',
  membership: 'removeUserFromGroup',
  policy: 'deletePolicy',
  attachment: 'detachPolicy',
};

/** The Delete key in the tree: deletes, removes or detaches what is selected, by its kind. */
export const deleteSelected: Command = {
  id: 'iamWorkbench.deleteSelected',
  async run({ tree }) {
    const [first] = tree.selection;
    if (!first) return;
    const command = `iamWorkbench.${DELETE_COMMANDS[first.kind]}`;
    await vscode.commands.executeCommand(command, { fromSelection: true });
  },
};
