import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { cache, root } from './paths.mjs';
import { Problem } from './problem.mjs';

/**
 * A package of the npm registry that is used as it is, without being a dependency.
 * @typedef {object} RegistryPackage
 * @property {string} name
 * @property {string} version exact, or a range such as `24`: then the newest that fits is taken
 * @property {string} [integrity] pinned hash; without it, the one that the registry publishes
 * @property {string} purpose what it is for, to be said when it cannot be had
 */

/**
 * Fetches a package once, checks it against its integrity hash and unpacks it below .vscode-test/.
 * @param {RegistryPackage} wanted
 * @param {(folder: string) => Promise<void>} [finish] done before the folder counts as complete
 * @returns {Promise<string>} the folder with the package's contents
 * @throws {Problem} that names the package and says how to go on
 */
export async function fetchPackage(wanted, finish) {
  const label = `${wanted.name}@${wanted.version}`;
  const folder = path.join(cache, label.replace(/[@/]+/g, '-').replace(/^-/, ''));
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(path.join(cache, 'fetch-'));
  try {
    console.log(`Fetching ${label} from the npm registry (${wanted.purpose})…`);
    await unpack(await download(wanted, work), path.join(work, 'package'));
    await finish?.(path.join(work, 'package'));
    moveInPlace(path.join(work, 'package'), folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(
      `${label} (${wanted.purpose}) could not be fetched.\n${reason}\n\n` +
        'Check the network and the registry ("npm config get registry"), then start again; ' +
        'what is complete is not fetched twice.',
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/**
 * @param {RegistryPackage} wanted
 * @param {string} into
 * @returns {Promise<string>} path of the checked tarball
 */
async function download({ name, version, integrity }, into) {
  const exact = integrity === undefined ? await newest(name, version) : { version, integrity };
  const spec = `${name}@${exact.version}`;
  const out = await npm(['pack', spec, '--json', '--pack-destination', into], root);
  const tarball = path.join(into, JSON.parse(out)[0].filename.replace('@', '').replace('/', '-'));
  const [algorithm = '', expected] = exact.integrity.split(/-(.*)/s);
  const actual = createHash(algorithm).update(readFileSync(tarball)).digest('base64');
  if (actual !== expected) {
    throw new Error(`The file does not have the hash it should have: ${exact.integrity}`);
  }
  return tarball;
}

/**
 * @param {string} name
 * @param {string} range
 * @returns {Promise<{ version: string, integrity: string }>}
 */
async function newest(name, range) {
  const out = await npm(['view', `${name}@${range}`, 'version', 'dist.integrity', '--json'], root);
  if (out.trim() === '') throw new Error(`The registry has no version ${range} of it.`);
  /** @type {{ version: string, 'dist.integrity': string }[]} */
  const all = [JSON.parse(out)].flat();
  all.sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
  const last = all.at(-1);
  return { version: last?.version ?? range, integrity: last?.['dist.integrity'] ?? '' };
}

/**
 * @param {string} tarball
 * @param {string} into
 */
async function unpack(tarball, into) {
  const { extract } = await import('tar');
  mkdirSync(into, { recursive: true });
  await extract({ file: tarball, cwd: into, strip: 1 });
}

/**
 * Two runs may fetch the same package at once: the second finds the folder there and keeps it.
 * @param {string} from
 * @param {string} to
 */
function moveInPlace(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
