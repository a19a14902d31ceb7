import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fromRoot, root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { writeNotices } from './thirdParty.mjs';

/** A VSIX may have this many bytes. */
const LARGEST = 3 * 1024 * 1024;

/** What a package may hold, by its first path segment. */
const MAY_SHIP =
  /^(dist|media|syntaxes|l10n)\/|^(package(\.nls.*)?\.json|language-configuration\.json|README\.md|CHANGELOG\.md|LICENSE|THIRD-PARTY-NOTICES\.txt)$/;
const MAY_NOT_SHIP = /\.(ts|map|mts|tsbuildinfo)$|\.test\./;

/**
 * Packs what the build made into iam-workbench-<version>.vsix at the root.
 * @returns {Promise<{ file: string, bytes: number, files: string[] }>}
 * @throws {Problem} when it holds what must not ship, or is too large
 */
export async function packVsix() {
  // vsce is heavy and CommonJS: loaded when it is used.
  const vsce = createRequire(import.meta.url)('@vscode/vsce');
  writeNotices();
  const options = { cwd: root, dependencies: false, packageManager: vsce.PackageManager.None };
  /** @type {string[]} */
  const files = await vsce.listFiles(options);
  const wrong = files.filter((name) => !MAY_SHIP.test(name) || MAY_NOT_SHIP.test(name));
  if (wrong.length > 0) {
    throw new Problem(
      `The package would hold what must not ship (.vscodeignore):\n  ${wrong.join('\n  ')}`,
    );
  }
  const file = vsixPath();
  removeOlder();
  await quietly(() =>
    vsce.createVSIX({ ...options, packagePath: file, allowMissingRepository: true }),
  );
  const bytes = statSync(file).size;
  if (bytes > LARGEST) {
    throw new Problem(
      `${file} has ${bytes.toLocaleString('en')} bytes; at most ${LARGEST.toLocaleString('en')} may ship.`,
    );
  }
  return { file, bytes, files };
}

/** @returns {string} where the VSIX of this version is written */
export function vsixPath() {
  const { name, version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  return fromRoot(`${name}-${version}.vsix`);
}

function removeOlder() {
  for (const name of readdirSync(root)) if (name.endsWith('.vsix')) rmSync(fromRoot(name));
}

/**
 * vsce prints a report of its own; ours is shorter.
 * @param {() => Promise<void>} work
 */
async function quietly(work) {
  const { log } = console;
  console.log = () => undefined;
  try {
    await work();
  } finally {
    console.log = log;
  }
}
