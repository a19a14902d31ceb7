import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** What the runner outside reads: the counts of all suites are added up there. */
interface Results {
  passed: number;
  failed: number;
  skipped: number;
  failures: { test: string; message: string }[];
}

/** Called by VS Code in the extension host: runs every *.test.js beside this file. */
export async function run(): Promise<void> {
  // The base reporter prints nothing: the runner outside does, for all suites alike.
  const reporter = Mocha.reporters.Base;
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter, forbidOnly: true });
  const filters = JSON.parse(process.env.IAM_WORKBENCH_TEST_FILTERS ?? '[]') as string[];
  const files = testFiles(__dirname, filters);
  files.forEach((file) => mocha.addFile(file));
  const results = await runMocha(mocha);
  const file = process.env.IAM_WORKBENCH_TEST_RESULTS;
  if (file === undefined) console.log(JSON.stringify(results, undefined, 2));
  else fs.writeFileSync(file, JSON.stringify(results));
  if (results.failed > 0) throw new Error(`${results.failed} tests failed`);
}

function testFiles(folder: string, filters: string[]): string[] {
  return fs
    .readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, String(name)))
    .filter((name) => name.endsWith('.test.js'))
    .filter((name) => {
      const source = name.split(path.sep).join('/').replace(/\.js$/, '.ts');
      return filters.length === 0 || filters.some((filter) => source.includes(filter));
    })
    .sort();
}

function runMocha(mocha: Mocha): Promise<Results> {
  const results: Results = { passed: 0, failed: 0, skipped: 0, failures: [] };
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(results));
    runner.on('pass', () => (results.passed += 1));
    runner.on('pending', () => (results.skipped += 1));
    runner.on('fail', (test, error: Error) => {
      results.failed += 1;
      results.failures.push({ test: test.fullTitle(), message: error.stack ?? String(error) });
    });
  });
}
