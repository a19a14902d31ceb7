import * as vscode from 'vscode';
import type { Services } from '../services';
import { showError } from '../ui/showError';
import type { Command } from './command';
import { createUser } from './createUser';
import { addUserToGroup } from './addUserToGroup';
import { removeUserFromGroup } from './removeUserFromGroup';
import { rename } from './rename';
import { move } from './move';
import { attachPolicy } from './attachPolicy';
import { detachPolicy } from './detachPolicy';
import { openPolicy } from './openPolicy';
import { openPolicyCopy } from './openPolicyCopy';
import { comparePolicyVersions } from './comparePolicyVersions';
import { setDefaultPolicyVersion } from './setDefaultPolicyVersion';
import { deletePolicy } from './deletePolicy';
import { copyArn } from './copyArn';
import { copyName } from './copyName';
import { openInConsole } from './openInConsole';
import { createGroup } from './createGroup';
import { refresh } from './refresh';
import { switchConnection } from './switchConnection';
import { openWalkthrough } from './openWalkthrough';
import { usePracticeAccount } from './usePracticeAccount';

/** Every command, in the order of the palette's groups. package.json names the same ids. */
export const commands: readonly Command[] = [
  switchConnection,
  usePracticeAccount,
  openWalkthrough,
  refresh,
  createGroup,
  createUser,
  addUserToGroup,
  removeUserFromGroup,
  rename,
  move,
  attachPolicy,
  detachPolicy,
  openPolicy,
  openPolicyCopy,
  comparePolicyVersions,
  setDefaultPolicyVersion,
  deletePolicy,
  copyArn,
  copyName,
  openInConsole,
];

/** Registers the commands; a command that fails shows its error and nothing else happens. */
export function registerCommands(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    ...commands.map(({ id, run }) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => {
        try {
          await run(services, ...args);
        } catch (error) {
          await showError(services, error);
        }
      }),
    ),
  );
}
