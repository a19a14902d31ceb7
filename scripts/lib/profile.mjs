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
 * @param {string} userDataDir such as VS Code's --user-data-dir; the server has it at `data`
 * @param {Record<string, unknown>} settings
 */
export function writeUserSettings(userDataDir, settings) {
  const folder = path.join(userDataDir, 'User');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}
