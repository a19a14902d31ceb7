import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

/** Structure: what docs/architecture.md promises is true of the files. */

const root = path.resolve(__dirname, '..', '..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

interface Manifest {
  scripts: Record<string, string>;
  contributes: {
    commands: { command: string; title: string; category?: string }[];
    menus: Record<string, { command?: string; when?: string }[]>;
    keybindings?: { command: string }[];
    viewsWelcome?: { contents: string }[];
    configuration:
      { properties: Record<string, unknown> } | { properties: Record<string, unknown> }[];
  };
}
const manifest = JSON.parse(read('package.json')) as Manifest;

/** Files below a folder by their paths from the root, with slashes. */
function filesBelow(folder: string, ending: string): string[] {
  if (!fs.existsSync(path.join(root, folder))) return [];
  return fs
    .readdirSync(path.join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).split(path.sep).join('/')}`)
    .filter((name) => name.endsWith(ending))
    .sort();
}

const sources = filesBelow('src', '.ts');

describe('layers', () => {
  /** Which layer may import which; docs/architecture.md, "Direction". */
  const MAY_IMPORT: Record<string, readonly string[]> = {
    policy: [],
    iam: [],
    sandbox: ['policy', 'iam'],
    cli: ['policy'],
    language: ['policy', 'ui', 'services'],
    explorer: ['iam', 'ui', 'services'],
    documents: ['iam', 'policy', 'pages', 'ui', 'services'],
    commands: ['iam', 'policy', 'pages', 'ui', 'services'],
    connections: ['iam', 'sandbox', 'ui', 'services'],
    pages: ['iam', 'policy', 'ui', 'services'],
    ui: ['iam', 'services'],
    services: ['iam', 'ui'],
  };
  const PURE = ['policy', 'iam', 'sandbox', 'access', 'cli'];
  const layerOf = (file: string): string => file.split('/')[1]?.replace(/\.ts$/, '') ?? '';

  function imports(file: string): string[] {
    const text = read(file);
    return [...text.matchAll(/(?:\bfrom|\bimport|\brequire|\bimport\()\s*\(?'([^']+)'/g)].map(
      (match) => match[1] ?? '',
    );
  }

  test('import only what the architecture lets them', () => {
    const wrong = sources.flatMap((file) => {
      const from = layerOf(file);
      if (from === 'extension') return [];
      const targets = imports(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => layerOf(path.posix.join(path.posix.dirname(file), name)));
      return targets
        .filter((to) => to !== from && !(MAY_IMPORT[from] ?? []).includes(to))
        .map((to) => `${file} imports ${to}`);
    });
    assert.deepEqual(wrong, []);
  });

  test('the pure ones do not know the editor', () => {
    const wrong = sources.filter(
      (file) => PURE.includes(layerOf(file)) && imports(file).includes('vscode'),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('commands', () => {
  const contributed = manifest.contributes.commands.map(({ command }) => command).sort();
  const listed = [...read('src/commands/register.ts').matchAll(/^ {2}(\w+),$/gm)].map(
    (match) => match[1] ?? '',
  );

  test('are in package.json and in the list of register.ts alike', () => {
    assert.deepEqual(listed.map((name) => `iamWorkbench.${name}`).sort(), contributed);
  });

  test('are each in a file of the same name', () => {
    const wrong = listed.filter((name) => {
      const file = `src/commands/${name}.ts`;
      return !sources.includes(file) || !read(file).includes(`'iamWorkbench.${name}'`);
    });
    assert.deepEqual(wrong, []);
  });

  test('of a file of src/commands are all in the list', () => {
    const defined = filesBelow('src/commands', '.ts').filter((file) => {
      const name = path.posix.basename(file, '.ts');
      return read(file).includes(`export const ${name}`) && read(file).includes('iamWorkbench.');
    });
    const names = defined.map((file) => path.posix.basename(file, '.ts'));
    assert.deepEqual(
      names.filter((name) => name !== 'register' && !listed.includes(name)),
      [],
    );
  });

  test('have a category, and menus, keys and welcome views name no other', () => {
    const { menus, keybindings = [], viewsWelcome = [], commands } = manifest.contributes;
    assert.deepEqual(
      commands.filter(({ category }) => category !== 'IAM').map(({ command }) => command),
      [],
    );
    const inWelcome = viewsWelcome.flatMap(({ contents }) =>
      [...contents.matchAll(/command:(iamWorkbench\.\w+)/g)].map((match) => match[1]),
    );
    const inMenus = [...Object.values(menus).flat(), ...keybindings].map(({ command }) => command);
    const unknown = [...inMenus, ...inWelcome].filter(
      (command) => command?.startsWith('iamWorkbench.') && !contributed.includes(command),
    );
    assert.deepEqual(unknown, []);
  });
});

describe('tree', () => {
  /** Kinds of node that have no entry of a menu of their own. */
  const WITHOUT_MENU = ['empty', 'failed', 'pathFolder'];
  const clauses = Object.values(manifest.contributes.menus)
    .flat()
    .map(({ when = '' }) => when);
  const equal = clauses.flatMap((when) =>
    [...when.matchAll(/viewItem == '?([\w.]+)'?/g)].map((match) => match[1] ?? ''),
  );
  const patterns = clauses.flatMap((when) =>
    [...when.matchAll(/viewItem =~ \/((?:[^/\\]|\\.)+)\//g)].map((match) => match[1] ?? ''),
  );

  function contextValues(): string[] {
    return filesBelow('src/explorer', '.ts').flatMap((file) =>
      [...read(file).matchAll(/contextValue: ([^;]*?),\n/g)].flatMap((match) =>
        [...(match[1] ?? '').matchAll(/'([\w.]+)'/g)].map((literal) => literal[1] ?? ''),
      ),
    );
  }

  test('each contextValue is used by some when clause', () => {
    const unused = contextValues().filter(
      (value) =>
        !WITHOUT_MENU.includes(value) &&
        !equal.includes(value) &&
        !patterns.some((pattern) => new RegExp(pattern).test(value)),
    );
    assert.deepEqual([...new Set(unused)], []);
  });

  test('each viewItem of a when clause is the contextValue of some node', () => {
    const text = filesBelow('src/explorer', '.ts').map(read).join('\n');
    const known = (value: string): boolean =>
      text.includes(`'${value}'`) || text.includes(`\`${value.split('.')[0] ?? ''}.\${`);
    assert.deepEqual([...new Set(equal.filter((value) => !known(value)))], []);
  });
});

describe('settings', () => {
  test('each one is read somewhere', () => {
    const { configuration } = manifest.contributes;
    const keys = [configuration].flat().flatMap(({ properties }) => Object.keys(properties));
    const text = sources.map(read).join('\n');
    // Read as a whole, or by the parts that stand before and after getConfiguration().
    const isRead = (key: string): boolean => {
      const parts = key.split('.');
      return parts.some((_, index) => text.includes(`'${parts.slice(index).join('.')}'`));
    };
    assert.deepEqual(
      keys.filter((key) => !isRead(key)),
      [],
    );
  });
});

describe('files', () => {
  test('have one subject: none is longer than 300 lines', () => {
    const long = sources.filter((file) => read(file).split('\n').length > 301);
    assert.deepEqual(long, []);
  });

  test('leave nothing open', () => {
    const marks = /\b(?:TO[D]O|FIX[M]E|X[X]X)\b/;
    const places = [...sources, ...filesBelow('test', '.ts'), ...filesBelow('scripts', '.mjs')];
    assert.deepEqual(
      places.filter((file) => marks.test(read(file))),
      [],
    );
  });

  test('no folder or file is a drawer for everything', () => {
    const drawers = sources.filter((file) =>
      /(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$)/.test(file),
    );
    assert.deepEqual(drawers, []);
  });

  test('no test is left out or singled out', () => {
    const calls = /\b(?:test|it|describe|suite)\.(?:only|skip)\(/;
    assert.deepEqual(
      filesBelow('test', '.ts').filter((file) => calls.test(read(file))),
      [],
    );
  });
});

describe('documentation', () => {
  test('CONTRIBUTING.md explains every script of package.json', () => {
    const text = read('CONTRIBUTING.md');
    const missing = Object.keys(manifest.scripts).filter(
      (name) => !new RegExp(`\`npm (?:run )?${name}(?:\`| )`).test(text),
    );
    assert.deepEqual(missing, []);
  });
});

describe('checks', () => {
  test('each file of src/policy/checks is in the list', () => {
    const list = fs.existsSync(path.join(root, 'src/policy/checks/index.ts'))
      ? read('src/policy/checks/index.ts')
      : '';
    const missing = filesBelow('src/policy/checks', '.ts')
      .filter((file) => /^export const \w+: Check\b/m.test(read(file)))
      .map((file) => path.posix.basename(file, '.ts'))
      .filter((name) => name !== 'index' && !list.includes(`/${name}'`));
    assert.deepEqual(missing, []);
  });
});

describe('refactorings', () => {
  test('each one of src/policy/refactor is in the list, and has a case', () => {
    const names = filesBelow('src/policy/refactor', '.ts').flatMap((file) =>
      [...read(file).matchAll(/^export const (\w+): Refactoring\b/gm)].map(
        (match) => match[1] ?? '',
      ),
    );
    const list = read('src/policy/refactor/index.ts');
    const cases = read('test/unit/policy/refactor/cases.ts');
    assert.ok(names.length > 0);
    assert.deepEqual(
      names.filter((name) => !list.includes(`  ${name},\n`) || !cases.includes(`id: '${name}'`)),
      [],
    );
  });
});
