import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { cache, fromRoot, root } from './paths.mjs';
import { QUIET_SETTINGS, temporaryFolder, writeUserSettings } from './profile.mjs';
import { Problem } from './problem.mjs';
import { emptyResult } from './summary.mjs';

/**
 * Runs test/vscode with mocha inside a real extension host: of desktop VS Code where it can be
 * downloaded and has a display, of the VS Code server in a browser elsewhere.
 * `IAM_WORKBENCH_VSCODE` (`desktop` or `web`) decides otherwise.
 * @param {string[]} filters parts of the paths of test files
 * @returns {Promise<import('./summary.mjs').SuiteResult>}
 */
export async function runVscodeTests(filters) {
  const { runTests } = await import('@vscode/test-electron');
  const profile = temporaryFolder('host');
  const results = path.join(profile, 'results.json');
  writeUserSettings(path.join(profile, 'user'), QUIET_SETTINGS);
  const started = performance.now();
  const executable = await desktopOrServer();
  const run = runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: fromRoot('out', 'test', 'vscode', 'index.js'),
    extensionTestsEnv: {
      IAM_WORKBENCH_TEST_RESULTS: results,
      IAM_WORKBENCH_TEST_FILTERS: JSON.stringify(filters),
      NODE_OPTIONS: undefined,
    },
    launchArgs: [
      temporaryFolder('workspace'),
      '--disable-extensions',
      `--user-data-dir=${path.join(profile, 'user')}`,
      `--extensions-dir=${path.join(profile, 'extensions')}`,
    ],
  });
  const ended = await run.then(
    () => undefined,
    (error) => error,
  );
  if (!existsSync(results)) throw ended ?? new Problem('The extension host wrote no results.');
  const result = { ...emptyResult('vscode'), ...JSON.parse(readFileSync(results, 'utf8')) };
  // A host that broke after its last test has failed all the same.
  if (ended !== undefined && result.failed === 0) throw ended;
  return { ...result, seconds: (performance.now() - started) / 1000 };
}

/** @returns {Promise<string>} what runTests() is to start */
async function desktopOrServer() {
  const wish = process.env['IAM_WORKBENCH_VSCODE'];
  const server = fromRoot('scripts', 'vscode-web.mjs');
  if (wish === 'web' || (wish !== 'desktop' && !hasDisplay())) return server;
  try {
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    return await downloadAndUnzipVSCode({ cachePath: cache });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (wish === 'desktop' || process.platform === 'win32') {
      throw new Problem(
        `Desktop VS Code could not be downloaded: ${reason}\nCheck the network, then start again.`,
      );
    }
    console.log(`Desktop VS Code could not be downloaded (${reason}): taking the VS Code server.`);
    return server;
  }
}

/** @returns {boolean} */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
