// npm run bench: builds, runs every bench/*.bench.ts in a process of its own, and writes
// docs/benchmarks.md. `npm run bench -- size` runs those whose name holds the word, and only prints.
import { execFile } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { promisify } from 'node:util';
import { ensureInstalled } from './lib/bootstrap.mjs';
import { build } from './lib/build.mjs';
import { fromRoot, root } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';

/**
 * As in bench/row.ts.
 * @typedef {object} Row
 * @property {string} name
 * @property {number} ours
 * @property {string} unit
 * @property {{ name: string, value: number }} [peer]
 * @property {number} [atMost]
 * @property {number} [atLeast]
 */

/** Prints the rows of the benchmark that is named first, after whatever it prints itself. */
const PROGRAM =
  'require(process.argv[1]).default().then((rows) => { console.log("\\n" + JSON.stringify(rows)); process.exit(); })';

runMain(async () => {
  const filters = process.argv.slice(2);
  await ensureInstalled();
  await build('--tests');
  const { packVsix } = await import('./lib/vsix.mjs');
  await packVsix();
  const files = readdirSync(fromRoot('out', 'bench')).filter((name) => name.endsWith('.bench.js'));
  const chosen = files.filter((name) => filters.every((filter) => name.includes(filter)));
  /** @type {Row[]} */
  const rows = [];
  for (const name of chosen.sort()) rows.push(...(await runBenchmark(name)));
  const table = render(rows);
  console.log(table);
  if (filters.length === 0) writeFileSync(fromRoot('docs', 'benchmarks.md'), page(table));
  if (rows.some((row) => !isMet(row))) process.exitCode = 1;
});

/**
 * @param {string} name of a file in out/bench
 * @returns {Promise<Row[]>}
 */
async function runBenchmark(name) {
  console.log(`${name.replace('.bench.js', '')}…`);
  const args = ['--expose-gc', '-e', PROGRAM, fromRoot('out', 'bench', name)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root }).catch(
    (error) => {
      throw new Problem(`${name} failed:\n${String(error.stderr).slice(-2000)}`);
    },
  );
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '[]');
}

/** @param {Row} row */
function isMet({ ours, atMost = Infinity, atLeast = -Infinity }) {
  return ours <= atMost && ours >= atLeast;
}

/** @param {Row[]} rows */
function render(rows) {
  const lines = rows.map((row) => {
    const { name, ours, unit, peer, atMost, atLeast } = row;
    const goal =
      atMost !== undefined
        ? `≤ ${number(atMost)}`
        : atLeast !== undefined
          ? `≥ ${number(atLeast)}`
          : '';
    const other = peer === undefined ? '' : `${number(peer.value)} (${peer.name})`;
    const ratio = peer === undefined ? '' : `${number(peer.value / ours)} ×`;
    const met = goal === '' ? '' : isMet(row) ? 'yes' : '**no**';
    return `| ${[name, `${number(ours)} ${unit}`, other, ratio, goal, met].join(' | ')} |`;
  });
  const head =
    '| What | Ours | Peer | Peer ÷ ours | Goal | Met |\n| --- | --- | --- | --- | --- | --- |';
  return [head, ...lines].join('\n');
}

/** @param {number} value */
function number(value) {
  return value.toLocaleString('en', { maximumSignificantDigits: 3, useGrouping: true });
}

/** @param {string} table */
function page(table) {
  const [cpu] = os.cpus();
  return `# Benchmarks

Written by \`npm run bench\`. Times are medians. Ours and the peer are measured in the same run, so
their ratio says more than the times, which belong to one machine: ${cpu?.model.trim()}, ${os.cpus().length} cores,
Node.js ${process.versions.node}, ${os.type()}.

${table}
`;
}
