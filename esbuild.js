// Builds what ships (dist/) and, with --tests, what the tests run (out/).
// A dynamic import() of a relative module starts a bundle of its own, so heavy parts load on first use.
'use strict';
const { build } = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const production = !process.argv.includes('--dev');
const forTests = process.argv.includes('--tests');

/** Entry points of dist/, by the name of the bundle. Those of dynamic imports are found while building. */
const entries = {
  extension: 'src/extension.ts',
  'iam-policy': 'src/cli/main.ts',
  sandbox: 'src/sandbox/main.ts',
};

const node = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  // jsonc-parser's CommonJS build is UMD and breaks in a bundle; the SDK's ES build is far smaller.
  mainFields: ['module', 'main'],
  conditions: ['module'],
  sourcemap: production ? false : 'linked',
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
};

/** Turns `import('./x')` into a bundle of its own, named after the module's path below src. */
function lazyBundles(found) {
  return {
    name: 'lazy-bundles',
    setup(pluginBuild) {
      pluginBuild.onResolve({ filter: /^\.{1,2}\// }, (args) => {
        const ours = args.kind === 'dynamic-import' && !args.importer.includes('node_modules');
        if (!ours) return undefined;
        const file = path.resolve(args.resolveDir, args.path) + '.ts';
        const name = path
          .relative(path.join(__dirname, 'src'), file)
          .replace(/\.ts$/, '')
          .split(path.sep)
          .join('-');
        found.set(name, file);
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

async function buildBundles() {
  const pending = new Map(
    Object.entries(entries).filter(([, file]) => fs.existsSync(path.join(__dirname, file))),
  );
  const done = new Set();
  const results = [];
  while (pending.size > 0) {
    const batch = [...pending].filter(([name]) => !done.has(name));
    pending.clear();
    batch.forEach(([name]) => done.add(name));
    const found = new Map();
    const built = await Promise.all(
      batch.map(([name, file]) =>
        build({
          ...node,
          metafile: true,
          entryPoints: [file],
          outfile: `dist/${name}.js`,
          bundle: true,
          banner: name === 'iam-policy' ? { js: '#!/usr/bin/env node' } : {},
          plugins: [lazyBundles(found)],
        }),
      ),
    );
    results.push(...built);
    for (const [name, file] of found) if (!done.has(name)) pending.set(name, file);
  }
  removeStale(done);
  return results;
}

/** Bundles and maps of an earlier build that this one did not make must not ship. */
function removeStale(names) {
  const dist = path.join(__dirname, 'dist');
  for (const file of fs.readdirSync(dist)) {
    const stale = file.endsWith('.js.map') ? production : !names.has(path.basename(file, '.js'));
    if (/\.js(\.map)?$/.test(file) && stale) fs.rmSync(path.join(dist, file));
  }
}

/** Client scripts of the webview pages: one browser bundle a page, its CSS beside it. */
async function buildPages() {
  const pages = path.join(__dirname, 'src/pages');
  if (!fs.existsSync(pages)) return [];
  const clients = fs
    .readdirSync(pages, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && fs.existsSync(path.join(pages, entry.name, 'client.ts')),
    )
    .map((entry) => entry.name);
  return Promise.all(
    clients.map((name) =>
      build({
        metafile: true,
        entryPoints: [`src/pages/${name}/client.ts`],
        outfile: `dist/pages/${name}.js`,
        bundle: true,
        platform: 'browser',
        format: 'iife',
        target: 'es2022',
        minify: production,
        legalComments: 'none',
        // The codicon font lies beside the page's CSS.
        loader: { '.ttf': 'file' },
        assetNames: '[name]',
        tsconfig: 'tsconfig.pages.json',
        logLevel: 'warning',
      }),
    ),
  );
}

/** Which source files went into dist/: the notices of third parties are made from it. */
function writeInputs(results) {
  const inputs = results.flatMap((result) => Object.keys(result.metafile.inputs));
  const folder = path.join(__dirname, 'out');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(
    path.join(folder, 'bundled-files.json'),
    JSON.stringify([...new Set(inputs)].sort(), undefined, 1),
  );
}

/** Runs in a webview: no test loads it. */
const pageScript = (name) =>
  name.startsWith(path.join('src', 'pages')) && path.basename(name) === 'client.ts';

/** Every TypeScript file of src and test as one CommonJS file in out/, for node:test and the extension host. */
async function buildTests() {
  const files = ['src', 'test', 'bench']
    .filter((root) => fs.existsSync(path.join(__dirname, root)))
    .flatMap((root) =>
      fs
        .readdirSync(path.join(__dirname, root), { recursive: true })
        .map((name) => path.join(root, String(name))),
    )
    .filter((name) => name.endsWith('.ts') && !pageScript(name));
  fs.rmSync(path.join(__dirname, 'out'), { recursive: true, force: true });
  await build({
    entryPoints: files,
    outdir: 'out',
    outbase: '.',
    bundle: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    logLevel: 'warning',
    // import() of a path without its ending works as require() only.
    supported: { 'dynamic-import': false },
  });
}

/** Data files of dist/ come from scripts of their own, each made anew only when its sources changed. */
async function buildData() {
  for (const script of ['build-catalog.mjs', 'build-managed-policies.mjs']) {
    const file = path.join(__dirname, 'scripts', script);
    if (fs.existsSync(file)) await import(require('node:url').pathToFileURL(file).href);
  }
}

async function main() {
  await buildData();
  const [bundles, pages] = await Promise.all([
    buildBundles(),
    buildPages(),
    ...(forTests ? [buildTests()] : []),
  ]);
  writeInputs([...bundles, ...pages]);
}

main().catch((error) => {
  console.error(error.message ?? error);
  process.exitCode = 1;
});
