/**
 * What one suite of tests came to.
 * @typedef {object} SuiteResult
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} seconds
 * @property {{ test: string, message: string }[]} failures
 */

/**
 * @param {string} name
 * @returns {SuiteResult}
 */
export function emptyResult(name) {
  return { name, passed: 0, failed: 0, skipped: 0, seconds: 0, failures: [] };
}

/**
 * A suite that could not run at all counts as one failure.
 * @param {string} name
 * @param {unknown} error
 * @returns {SuiteResult}
 */
export function brokenSuite(name, error) {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    ...emptyResult(name),
    failed: 1,
    failures: [{ test: `${name} could not run`, message }],
  };
}

/** @param {SuiteResult} result */
export function printSuite(result) {
  const counts = `${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`;
  console.log(`${result.name.padEnd(8)} ${counts} (${result.seconds.toFixed(1)} s)`);
}

/**
 * Prints every failure, then the one line over all suites.
 * @param {SuiteResult[]} results
 * @returns {boolean} whether something ran and nothing failed
 */
export function printSummary(results) {
  for (const { name, failures } of results) {
    for (const failure of failures) {
      console.log(`\n✗ ${name}: ${failure.test}\n${indent(failure.message)}`);
    }
  }
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') === 0 && sum('passed') > 0;
}

/** @param {string} text */
function indent(text) {
  return text.replace(/^/gm, '    ');
}
