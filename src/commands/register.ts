import * as vscode from 'vscode';
import type { Services } from '../services';
import { showError } from '../ui/showError';
import type { Command } from './command';
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
