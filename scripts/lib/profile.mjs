import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Shows the extension and nothing else; nothing here phones home. */
export const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Dark Modern',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

/**
 * A folder that is removed when this process ends.
 * @param {string} name what it is for
 * @returns {string}
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(path.join(os.tmpdir(), `iam-workbench-${name}-`));
  process.on('exit', () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // Something in it is still open; the system clears its temporary folder.
    }
  });
  return folder;
}

/**
 * Settings of machine scope count from the machine's file alone where VS Code runs as a server, and
 * the others from the user's alone, so both files say the same.
 * @param {string} userDataDir such as VS Code's --user-data-dir; the server has it at `data`
 * @param {Record<string, unknown>} settings
 */
export function writeUserSettings(userDataDir, settings) {
  for (const owner of ['User', 'Machine']) {
    const folder = path.join(userDataDir, owner);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
  }
}
