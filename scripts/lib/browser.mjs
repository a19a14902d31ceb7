import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { Problem } from './problem.mjs';
import { fetchPackage } from './registry.mjs';

const CHROMIUM = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity:
    'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
  purpose: 'a browser for the tests, as none is installed',
};

/** Keeps a browser quiet on a network that lets nothing through. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium that Playwright can launch.
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string> }} TestBrowser
 */

/**
 * An installed Chrome, Chromium or Edge, or else the one from the npm registry.
 * `IAM_WORKBENCH_BROWSER` names one, `IAM_WORKBENCH_NO_SYSTEM_BROWSER` hides those installed.
 * @returns {Promise<TestBrowser>}
 * @throws {Problem} when there is none and none can be had
 */
export async function ensureBrowser() {
  // Root and many containers cannot have Chromium's own sandbox; only pages of ours are opened.
  const args = [...QUIET, '--no-sandbox'];
  const installed = installedBrowser();
  if (installed !== undefined) return { executablePath: installed, args, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem(
      'No Chrome, Chromium or Edge was found. Install one, or name it in IAM_WORKBENCH_BROWSER.',
    );
  }
  const ready = path.join(await fetchPackage(CHROMIUM, unpackBrowser), 'ready');
  const libraries = [path.join(ready, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''];
  return {
    executablePath: path.join(ready, 'chromium'),
    args: [...args, '--headless=shell', '--no-zygote', '--disable-gpu'],
    env: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
      FONTCONFIG_FILE: fontConfiguration(ready),
    },
  };
}

/** @returns {string | undefined} */
function installedBrowser() {
  const named = process.env['IAM_WORKBENCH_BROWSER'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Problem(`IAM_WORKBENCH_BROWSER names no file: ${named}`);
    return named;
  }
  if (process.env['IAM_WORKBENCH_NO_SYSTEM_BROWSER']) return undefined;
  return candidates().find((file) => existsSync(file));
}

/** @returns {string[]} where browsers are by default */
function candidates() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (key) => process.env[key],
    );
    const files = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return roots.flatMap((root) => files.map((file) => path.join(root ?? 'C:\\', file)));
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
  ];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/**
 * The package keeps the binary and its libraries as Brotli files.
 * @param {string} folder of the unpacked package
 */
async function unpackBrowser(folder) {
  const { extract } = await import('tar');
  const packed = path.join(folder, 'bin');
  const ready = path.join(folder, 'ready');
  const libraries = path.join(ready, 'al2023');
  mkdirSync(libraries, { recursive: true });
  const inflate = (/** @type {string} */ name, /** @type {NodeJS.WritableStream} */ into) =>
    pipeline(createReadStream(path.join(packed, name)), createBrotliDecompress(), into);
  await Promise.all([
    inflate('chromium.br', createWriteStream(path.join(ready, 'chromium'))),
    inflate('swiftshader.tar.br', extract({ cwd: ready })),
    inflate('fonts.tar.br', extract({ cwd: ready })),
    inflate('al2023.tar.br', extract({ cwd: libraries })),
  ]);
  chmodSync(path.join(ready, 'chromium'), 0o755);
  rmSync(packed, { recursive: true });
}

/**
 * The package's own configuration knows only the paths of its usual host.
 * @param {string} ready
 * @returns {string} path of one that names the package's fonts and the machine's
 */
function fontConfiguration(ready) {
  const file = path.join(ready, 'fonts-here.conf');
  const folders = [path.join(ready, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const lines = folders.map((folder) => `  <dir>${folder}</dir>`).join('\n');
  const cacheFolder = path.join(ready, 'font-cache');
  writeFileSync(
    file,
    `<?xml version="1.0"?>\n<fontconfig>\n${lines}\n  <cachedir>${cacheFolder}</cachedir>\n</fontconfig>\n`,
  );
  return file;
}
