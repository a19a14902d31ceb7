import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { runNodeTests, testFiles } from './nodeTests.mjs';
import { QUIET_SETTINGS, temporaryFolder } from './profile.mjs';
import { ensureServer, installVsix } from './vscodeServer.mjs';
import { packVsix } from './vsix.mjs';

/**
 * Packs the extension and installs it as a user would; says in the environment, for
 * test/e2e/workbench.ts, how to start a workbench with it.
 */
export async function prepareWorkbench() {
  const [{ file: vsix }, server, browser] = await Promise.all([
    packVsix(),
    ensureServer(),
    ensureBrowser(),
  ]);
  const folder = temporaryFolder('e2e');
  const extensionsDir = path.join(folder, 'extensions');
  await installVsix(server, vsix, { dataDir: path.join(folder, 'install'), extensionsDir });
  process.env['IAM_WORKBENCH_E2E'] = JSON.stringify({
    server,
    browser,
    extensionsDir,
    settings: QUIET_SETTINGS,
  });
}

/**
 * Runs test/e2e: mouse and keyboard in a real workbench with the packaged extension.
 * @param {string[]} filters parts of the paths of test files
 * @returns {Promise<import('./summary.mjs').SuiteResult>}
 */
export async function runEndToEndTests(filters) {
  const files = testFiles(['e2e'], filters);
  const started = performance.now();
  if (files.length > 0) await prepareWorkbench();
  const result = await runNodeTests('e2e', files, 1);
  return { ...result, seconds: (performance.now() - started) / 1000 };
}
