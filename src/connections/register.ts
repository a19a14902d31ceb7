import * as vscode from 'vscode';
import { sharedFilePaths } from '../iam/connection/sharedFiles';
import { watchFiles } from '../iam/connection/watchFiles';
import type { Connections } from '../services';
import { errorMessage } from '../ui/errorText';
import type { Prompter } from '../ui/prompts';
import { ConnectionManager } from './connectionManager';
import { createOpener } from './opener';
import { practiceOpener } from './practice';
import { Session } from './session';
import { defaultConnection, onDidChangeSettings, settingsOf } from './settings';
import { showStatus } from './statusBar';

/** The connections of this window, and their place in the status bar. */
export function registerConnections(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  prompter: () => Prompter,
): Connections {
  const session = new Session();
  const opener = createOpener({
    settingsOf,
    openPractice: practiceOpener(context, (notice) => void prompter().warn(notice)),
    askMfaCode: (serialNumber) => askMfaCode(prompter(), serialNumber),
    onUnreadable: (error) => void prompter().warn(errorMessage(error)),
    log: (entry) => {
      session.note(entry);
      const { operation, attempt, milliseconds, outcome, requestId = '' } = entry;
      log.debug(`${operation} #${attempt} ${outcome} ${Math.round(milliseconds)} ms ${requestId}`);
    },
  });
  const manager = new ConnectionManager(opener, context.workspaceState, defaultConnection);
  const sourcesChanged = (): void => {
    manager.sourcesChanged().catch((error: unknown) => {
      log.warn(`The connection could not be read anew: ${String(error)}`);
    });
  };
  context.subscriptions.push(
    showStatus(manager, session),
    onDidChangeSettings(sourcesChanged),
    watchWhileConnected(manager, sourcesChanged),
  );
  return manager;
}

/** Follows AWS's files as long as the connection in use depends on them. */
function watchWhileConnected(manager: Connections, sourcesChanged: () => void): vscode.Disposable {
  let watching: { dispose(): void } | undefined;
  const follow = (): void => {
    watching?.dispose();
    const { active } = manager;
    const depends = active !== undefined && active.resolved.connection.kind !== 'practice';
    const { config, credentials } = sharedFilePaths(process.env);
    watching = depends ? watchFiles([config, credentials], sourcesChanged) : undefined;
  };
  return vscode.Disposable.from(manager.onDidChange(follow), {
    dispose: () => watching?.dispose(),
  });
}

async function askMfaCode(prompts: Prompter, serialNumber: string): Promise<string | undefined> {
  const code = await prompts.text({
    title: 'Sign In to AWS',
    prompt: `Code of the MFA device ${serialNumber}`,
    placeholder: '123456',
    validate: (text) => (/^\s*\d{6}\s*$/.test(text) ? undefined : 'The code has six digits.'),
  });
  return typeof code === 'string' ? code : undefined;
}
