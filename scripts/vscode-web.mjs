#!/usr/bin/env node
// Stands in for desktop VS Code where @vscode/test-electron would start it: takes the same
// arguments, runs the tests in the extension host of a VS Code server, and ends with their result.
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from './lib/browser.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { temporaryFolder } from './lib/profile.mjs';
import { ensureServer, remotePath, startServer, workbenchUrl } from './lib/vscodeServer.mjs';

/** How long the tests may take in all, in milliseconds. */
const LIMIT = 600_000;

runMain(async () => {
  const options = readArguments(process.argv.slice(2));
  const dataDir = temporaryFolder('server');
  const settings = path.join(options.userDataDir, 'User');
  if (existsSync(settings))
    cpSync(settings, path.join(dataDir, 'data', 'User'), { recursive: true });
  const [server, browser] = await Promise.all([ensureServer(), ensureBrowser()]);
  const { port } = await startServer(server, { dataDir, obeyPayload: true });
  const driver = await chromium.launch({ ...browser, env: { ...process.env, ...browser.env } });
  try {
    process.exitCode = await runInPage(await driver.newPage(), pageUrl(port, options));
  } finally {
    await driver.close();
  }
  process.exit();
});

/**
 * @param {string[]} args as VS Code takes them
 * @returns {{ extension: string, tests: string, userDataDir: string, folder: string }}
 */
function readArguments(args) {
  const value = (/** @type {string} */ name) =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';
  return {
    extension: value('extensionDevelopmentPath'),
    tests: value('extensionTestsPath'),
    userDataDir: value('user-data-dir'),
    folder: args.find((arg) => !arg.startsWith('-')) ?? '',
  };
}

/**
 * @param {number} port
 * @param {{ extension: string, tests: string, folder: string }} options
 */
function pageUrl(port, { extension, tests, folder }) {
  const remote = (/** @type {string} */ file) =>
    `vscode-remote://127.0.0.1:${port}${remotePath(file)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
  ];
  return workbenchUrl(port, { folder, payload: JSON.stringify(payload) });
}

/**
 * The workbench calls a function of the page when the tests have ended. What it and the extension
 * host log is shown on demand only (IAM_WORKBENCH_VERBOSE): without native modules it logs much.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @returns {Promise<number>} exit code of the tests
 */
async function runInPage(page, url) {
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    void page.exposeFunction('codeAutomationExit', resolve);
    setTimeout(() => reject(new Problem('The tests did not end in time.')), LIMIT).unref();
    page.on('crash', () => reject(new Problem('The browser’s page crashed.')));
  });
  if (process.env['IAM_WORKBENCH_VERBOSE']) page.on('console', (line) => console.log(line.text()));
  await page.goto(url);
  return ended;
}
