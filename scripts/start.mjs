// npm start: builds the extension, packs it, and opens VS Code with it on the practice account.
// --web and --desktop choose the kind of VS Code, --port the port of the one in the browser.
import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/bootstrap.mjs';
import { build } from './lib/build.mjs';
import { findDesktop, runCommandLine } from './lib/desktop.mjs';
import { openBrowser } from './lib/openBrowser.mjs';
import { fromRoot } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { finished, start } from './lib/processes.mjs';
import { QUIET_SETTINGS, temporaryFolder, writeUserSettings } from './lib/profile.mjs';

const SETTINGS = {
  ...QUIET_SETTINGS,
  'iamWorkbench.connection.default': 'practice',
};

runMain(async () => {
  const options = readOptions();
  await ensureInstalled();
  const { hasDisplay } = await import('./lib/vscodeTests.mjs');
  const display = hasDisplay();
  const desktop = options.web || !(display || options.desktop) ? undefined : findDesktop();
  if (options.desktop && desktop === undefined) {
    throw new Problem('No desktop VS Code was found. Install it, or start without --desktop.');
  }
  await build();
  const { packVsix } = await import('./lib/vsix.mjs');
  const { file: vsix } = await packVsix();
  const folder = temporaryFolder('sample');
  cpSync(fromRoot('scripts', 'sample-workspace'), folder, { recursive: true });
  if (desktop !== undefined) await openDesktop(desktop, vsix, folder);
  else await openServer(vsix, folder, options.port, display);
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        web: { type: 'boolean', default: false },
        desktop: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw new Problem(`--port takes a number from 0 to 65535, not ${values.port}.`);
    }
    return { ...values, port };
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(/** @type {Error} */ (error).message);
  }
}

/**
 * @param {import('./lib/desktop.mjs').DesktopVscode} desktop
 * @param {string} vsix
 * @param {string} folder
 */
async function openDesktop(desktop, vsix, folder) {
  const profile = temporaryFolder('profile');
  const user = path.join(profile, 'user');
  const where = ['--user-data-dir', user, '--extensions-dir', path.join(profile, 'extensions')];
  writeUserSettings(user, SETTINGS);
  const wrong = runCommandLine(desktop, [...where, '--install-extension', vsix, '--force']);
  if (wrong !== undefined) throw new Problem(`VS Code could not install ${vsix}: ${wrong}`);
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = start(desktop.program, [...where, ...sandbox, '--new-window', folder], {
    stdio: 'ignore',
  });
  explain('VS Code is open in a window of its own, with a profile that is thrown away.');
  await finished(child);
  process.exit();
}

/**
 * @param {string} vsix
 * @param {string} folder
 * @param {number} port
 * @param {boolean} display
 */
async function openServer(vsix, folder, port, display) {
  const { ensureServer, installVsix, startServer, workbenchUrl } =
    await import('./lib/vscodeServer.mjs');
  const server = await ensureServer();
  const dataDir = temporaryFolder('server');
  writeUserSettings(path.join(dataDir, 'data'), SETTINGS);
  await installVsix(server, vsix, { dataDir });
  // Any page in any browser of this machine can reach the port, so the page must know a secret.
  const token = randomBytes(24).toString('hex');
  const { port: used, child } = await startServer(server, { dataDir, port, token });
  const url = workbenchUrl(used, { tkn: token, folder });
  openBrowser(url, display);
  explain(`Open ${url}`);
  process.exit(await finished(child));
}

/** @param {string} where */
function explain(where) {
  console.log(`
${where}
Choose IAM in the activity bar: the groups and users of a practice account are there.
Press F1 and type "service account" to create one. Ctrl-C here ends everything.`);
}
