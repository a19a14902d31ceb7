import * as vscode from 'vscode';
import type { Services } from '../services';
import { showError } from '../ui/showError';
import type { Command } from './command';
import { activateAccessKey } from './activateAccessKey';
import { activateSigningCertificate } from './activateSigningCertificate';
import { addUserToGroup } from './addUserToGroup';
import { attachPolicy } from './attachPolicy';
import { checkAccessNotGranted } from './checkAccessNotGranted';
import { checkForNewAccess } from './checkForNewAccess';
import { checkForPublicAccess } from './checkForPublicAccess';
import { checkWithAccessAnalyzer } from './checkWithAccessAnalyzer';
import { choosePolicyKind } from './choosePolicyKind';
import { clearFilter } from './clearFilter';
import { comparePolicyVersions } from './comparePolicyVersions';
import { copyArn } from './copyArn';
import { copyName } from './copyName';
import { copyPermissionStatement } from './copyPermissionStatement';
import { createAccessKey } from './createAccessKey';
import { createGroup } from './createGroup';
import { createPolicy } from './createPolicy';
import { createServiceAccount } from './createServiceAccount';
import { createSigningCertificate } from './createSigningCertificate';
import { createUser } from './createUser';
import { deactivateAccessKey } from './deactivateAccessKey';
import { deactivateSigningCertificate } from './deactivateSigningCertificate';
import { deleteAccessKey } from './deleteAccessKey';
import { deleteGroup } from './deleteGroup';
import { deletePolicy } from './deletePolicy';
import { deleteSelected } from './deleteSelected';
import { deleteSigningCertificate } from './deleteSigningCertificate';
import { deleteUser } from './deleteUser';
import { detachPolicy } from './detachPolicy';
import { disconnect } from './disconnect';
import { filter } from './filter';
import { finishInterrupted } from './finishInterrupted';
import { move } from './move';
import { openInConsole } from './openInConsole';
import { openPolicy } from './openPolicy';
import { openPolicyCopy } from './openPolicyCopy';
import { openToolkitTable } from './openToolkitTable';
import { openWalkthrough } from './openWalkthrough';
import { reconnect } from './reconnect';
import { refresh } from './refresh';
import { removeUserFromGroup } from './removeUserFromGroup';
import { rename } from './rename';
import { resetPracticeAccount } from './resetPracticeAccount';
import { setDefaultPolicyVersion } from './setDefaultPolicyVersion';
import { switchConnection } from './switchConnection';
import { uploadGroupPolicy } from './uploadGroupPolicy';
import { uploadSigningCertificate } from './uploadSigningCertificate';
import { uploadUserPolicy } from './uploadUserPolicy';
import { usePracticeAccount } from './usePracticeAccount';

/** Every command, in the order of the palette's groups. package.json names the same ids. */
export const commands: readonly Command[] = [
  switchConnection,
  usePracticeAccount,
  reconnect,
  disconnect,
  resetPracticeAccount,
  openWalkthrough,
  openToolkitTable,
  refresh,
  filter,
  choosePolicyKind,
  clearFilter,
  createServiceAccount,
  finishInterrupted,
  createGroup,
  createUser,
  addUserToGroup,
  removeUserFromGroup,
  rename,
  move,
  uploadGroupPolicy,
  uploadUserPolicy,
  createPolicy,
  activateAccessKey,
  deactivateAccessKey,
  createAccessKey,
  createSigningCertificate,
  uploadSigningCertificate,
  deleteAccessKey,
  activateSigningCertificate,
  deactivateSigningCertificate,
  deleteSigningCertificate,
  attachPolicy,
  detachPolicy,
  openPolicy,
  openPolicyCopy,
  comparePolicyVersions,
  checkWithAccessAnalyzer,
  checkForNewAccess,
  checkAccessNotGranted,
  checkForPublicAccess,
  setDefaultPolicyVersion,
  deletePolicy,
  deleteUser,
  deleteGroup,
  copyArn,
  copyName,
  openInConsole,
  copyPermissionStatement,
  deleteSelected,
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
