import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fromRoot, root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { temporaryFolder } from './profile.mjs';
import { writeNotices } from './thirdParty.mjs';

/** A VSIX may have this many bytes. */
const LARGEST = 3 * 1024 * 1024;

/** Sources, maps and tests stay at home, wherever they may have slipped in. */
const MAY_NOT_SHIP = /\.(ts|mts|map|tsbuildinfo)$|(^|\/)(src|test|out|scripts|node_modules)\//;

/**
 * Packs what the build made into iam-workbench-<version>.vsix at the root.
 * @returns {Promise<{ file: string, bytes: number, files: string[] }>}
 * @throws {Problem} when it holds what must not ship, or is too large
 */
export async function packVsix() {
  writeNotices();
  const staging = stage();
  const files = readdirSync(staging, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(staging, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name !== '.vscodeignore');
  const wrong = files.filter((name) => MAY_NOT_SHIP.test(name));
  if (wrong.length > 0) {
    throw new Problem(`The package would hold what must not ship:\n  ${wrong.join('\n  ')}`);
  }
  const file = await createVsix(staging);
  const bytes = statSync(file).size;
  if (bytes > LARGEST) {
    const [has, most] = [bytes, LARGEST].map((number) => number.toLocaleString('en'));
    throw new Problem(`${path.basename(file)} has ${has} bytes; at most ${most} may ship.`);
  }
  return { file, bytes, files };
}

/**
 * Files at the root whose names fit a pattern.
 * @param {string[]} names
 * @param {string} pattern
 */
function fitting(names, pattern) {
  const fits = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
  return names.filter((name) => fits.test(name));
}

/**
 * Copies what .vscodeignore lets through, for vsce looks at every file that it is shown, and takes
 * ten seconds to refuse those of a VS Code server.
 * @returns {string} a folder with nothing else
 */
function stage() {
  const staging = temporaryFolder('package');
  const lines = readFileSync(fromRoot('.vscodeignore'), 'utf8').split(/\r?\n/);
  const shipped = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const names = readdirSync(root);
  for (const pattern of [...shipped, '.vscodeignore']) {
    for (const name of pattern.endsWith('/**') ? [pattern.slice(0, -3)] : fitting(names, pattern)) {
      if (!existsSync(fromRoot(name))) continue;
      cpSync(fromRoot(name), path.join(staging, name), { recursive: true });
    }
  }
  return staging;
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the VSIX; the only one at the root then
 */
async function createVsix(folder) {
  // vsce is heavy and CommonJS: loaded when it is used.
  const vsce = createRequire(import.meta.url)('@vscode/vsce');
  for (const name of readdirSync(root)) if (name.endsWith('.vsix')) rmSync(fromRoot(name));
  const { name, version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const file = fromRoot(`${name}-${version}.vsix`);
  const { log } = console;
  // Its report is long; the scripts give a short one.
  console.log = () => undefined;
  try {
    await vsce.createVSIX({
      cwd: folder,
      packagePath: file,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
    });
  } finally {
    console.log = log;
  }
  return file;
}
