// npm test: installs, builds and runs every suite. `npm test -- unit sandbox` runs some of them,
// `npm test -- unit policy/parse` only the files whose path holds that text.
import { availableParallelism } from 'node:os';
import { ensureInstalled } from './lib/bootstrap.mjs';
import { build } from './lib/build.mjs';
import { runMain } from './lib/problem.mjs';
import { brokenSuite, printSuite, printSummary } from './lib/summary.mjs';

/** Suites by name, in the order in which they are shown. */
const SUITES = ['unit', 'sandbox', 'vscode', 'e2e'];

runMain(async () => {
  const words = process.argv.slice(2);
  const filters = words.filter((word) => !SUITES.includes(word));
  const chosen = SUITES.filter((name) => words.includes(name));
  const names = chosen.length > 0 ? chosen : SUITES;

  await ensureInstalled();
  await build('--tests');
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --enable-source-maps`.trim();

  // Two lanes: plain Node tests on one side, those that need a workbench on the other.
  const results = (
    await Promise.all([
      lane(['unit', 'sandbox'], names, filters),
      lane(['vscode', 'e2e'], names, filters),
    ])
  ).flat();
  process.exitCode = printSummary(results) ? 0 : 1;
});

/**
 * @param {string[]} lanesOwn
 * @param {string[]} names
 * @param {string[]} filters
 */
async function lane(lanesOwn, names, filters) {
  const results = [];
  for (const name of lanesOwn.filter((own) => names.includes(own))) {
    const result = await runSuite(name, filters, names.length).catch((error) =>
      brokenSuite(name, error),
    );
    printSuite(result);
    results.push(result);
  }
  return results;
}

/**
 * @param {string} name
 * @param {string[]} filters
 * @param {number} suites how many run in all; one alone may have every core
 */
async function runSuite(name, filters, suites) {
  const { runNodeTests, testFiles } = await import('./lib/nodeTests.mjs');
  const cores = suites === 1 ? availableParallelism() : Math.max(1, availableParallelism() - 1);
  if (name === 'unit') {
    return runNodeTests(name, testFiles(['unit', 'project.test.js'], filters), cores);
  }
  if (name === 'sandbox') return runNodeTests(name, testFiles(['sandbox'], filters), cores);
  if (name === 'vscode') {
    const { runVscodeTests } = await import('./lib/vscodeTests.mjs');
    return runVscodeTests(filters);
  }
  const { runEndToEndTests } = await import('./lib/endToEnd.mjs');
  return runEndToEndTests(filters);
}
