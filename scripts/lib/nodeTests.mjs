import { readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { fromRoot } from './paths.mjs';
import { emptyResult } from './summary.mjs';

/** No single test file may take longer than this, in milliseconds. */
const FILE_TIMEOUT = 300_000;

/**
 * Compiled test files below out/test.
 * @param {string[]} places folders or files there, such as `unit`
 * @param {string[]} filters parts of the path; a file is taken when one of them fits, or when none is given
 * @returns {string[]} absolute paths in order
 */
export function testFiles(places, filters) {
  const base = fromRoot('out', 'test');
  const all = readdirSync(base, { recursive: true }).map(String);
  return all
    .filter((name) => name.endsWith('.test.js') && places.includes(name.split(path.sep)[0] ?? ''))
    .map((name) => path.join(base, name))
    .filter((file) => fits(file, filters))
    .sort();
}

/**
 * @param {string} file
 * @param {string[]} filters
 */
export function fits(file, filters) {
  const name = file.split(path.sep).join('/').replace(/\.js$/, '.ts');
  return filters.length === 0 || filters.some((filter) => name.includes(filter));
}

/**
 * Runs files of node:test, each in a process of its own.
 * @param {string} name of the suite
 * @param {string[]} files absolute paths
 * @param {number} concurrency processes at a time
 * @returns {Promise<import('./summary.mjs').SuiteResult>}
 */
export async function runNodeTests(name, files, concurrency) {
  const result = emptyResult(name);
  const started = performance.now();
  if (files.length > 0) {
    const stream = run({ files, concurrency, timeout: FILE_TIMEOUT });
    stream.on('test:pass', (event) => countPass(result, event, files));
    stream.on('test:fail', (event) => countFailure(result, event, files));
    stream.on('test:stdout', (event) => process.stdout.write(event.message));
    stream.on('test:stderr', (event) => process.stderr.write(event.message));
    for await (const _ of stream);
  }
  result.seconds = (performance.now() - started) / 1000;
  return result;
}

/**
 * @typedef {{ name: string, nesting: number, file?: string, skip?: string | boolean, todo?: string | boolean }} TestEvent
 * @typedef {import('./summary.mjs').SuiteResult} SuiteResult
 */

/**
 * A describe() is no test; a file that ends well without any test is a mistake.
 * @param {SuiteResult} result
 * @param {TestEvent & { details: { type?: string } }} event
 * @param {string[]} files
 */
function countPass(result, event, files) {
  if (isFile(event, files)) {
    fail(result, event, 'The file holds no test.');
  } else if (event.skip !== undefined || event.todo !== undefined) {
    result.skipped += 1;
  } else if (event.details.type !== 'suite') {
    result.passed += 1;
  }
}

/**
 * @param {SuiteResult} result
 * @param {TestEvent & { details: { type?: string, error?: Error } }} event
 * @param {string[]} files
 */
function countFailure(result, event, files) {
  const error = event.details.error;
  // A describe(), test or file around a failed test fails with it: told once is enough.
  const reason = /** @type {{ failureType?: string } | undefined} */ (error)?.failureType;
  if (reason === 'subtestsFailed') return;
  if (
    isFile(event, files) &&
    result.failures.some((failure) => failure.test.startsWith(label(event)))
  )
    return;
  fail(result, event, describeError(error));
}

/**
 * @param {SuiteResult} result
 * @param {TestEvent} event
 * @param {string} message
 */
function fail(result, event, message) {
  result.failed += 1;
  result.failures.push({ test: `${label(event)} › ${event.name}`, message });
}

/**
 * @param {TestEvent} event
 * @param {string[]} files
 */
function isFile(event, files) {
  return event.nesting === 0 && files.includes(path.resolve(event.name));
}

/** @param {TestEvent} event */
function label(event) {
  const file = path.resolve(event.file ?? event.name);
  return path
    .relative(fromRoot(), file)
    .replace(/^out[\\/]/, '')
    .replace(/\.js$/, '.ts');
}

/** @param {(Error & { exitCode?: number | null, signal?: string | null }) | undefined} error */
function describeError(error) {
  if (typeof error?.exitCode === 'number' || typeof error?.signal === 'string') {
    return `Its process ended with ${error.signal ?? `exit code ${error.exitCode}`}.`;
  }
  const cause = error?.cause ?? error;
  return cause instanceof Error ? withoutNode(cause.stack ?? cause.message) : inspect(cause);
}

/** @param {string} stack */
function withoutNode(stack) {
  return stack.replace(/\n +at .*node:internal.*/g, '');
}
