import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { npm } from './npm.mjs';
import { fromRoot, root } from './paths.mjs';
import { Problem } from './problem.mjs';

const OLDEST_NODE = 20;

/**
 * Makes node_modules what package-lock.json says; does nothing when it is already. Compares the
 * contents, not the times: a checkout touches files without changing them.
 * @throws {Problem} when Node is too old or npm cannot fetch the packages
 */
export async function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new Problem(
      `Node.js ${OLDEST_NODE} or newer is needed; this is ${process.versions.node}.`,
    );
  }
  if (isInstalled()) return;
  console.log('Installing packages (npm ci)…');
  try {
    await npm(['ci', '--no-audit', '--no-fund'], root);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(
      `${reason}\n\nThe packages of package-lock.json could not be installed. ` +
        'Check the network and the registry ("npm config get registry"), then start again; ' +
        'what was fetched so far is kept in npm’s cache.',
    );
  }
}

/** @returns {boolean} */
function isInstalled() {
  const modules = fromRoot('node_modules');
  if (!existsSync(modules)) return false;
  // A link belongs to another checkout, which keeps it in order itself.
  if (lstatSync(modules).isSymbolicLink()) return true;
  const installed = lockedPackages(fromRoot('node_modules', '.package-lock.json'));
  const wanted = lockedPackages(fromRoot('package-lock.json'));
  return Object.entries(wanted).every(([where, entry]) => {
    // An optional package is for some platforms only.
    if (where === '' || entry.optional === true) return true;
    const there = installed[where];
    return there?.version === entry.version && there?.integrity === entry.integrity;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
