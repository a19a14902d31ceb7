import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';

/**
 * npm as a Node script: the one that started us, or the one beside this Node. Started without a
 * shell wherever it is found, for a shell takes paths with blanks apart.
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
function npmCommand() {
  const beside = path.dirname(process.execPath);
  const candidates = [
    process.env['npm_execpath'] ?? '',
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((file) => /npm-cli\.[cm]?js$/.test(file) && existsSync(file));
  if (script !== undefined) return { command: process.execPath, args: [script], shell: false };
  return process.platform === 'win32'
    ? { command: 'npm.cmd', args: [], shell: true }
    : { command: 'npm', args: [], shell: false };
}

/**
 * Runs npm and gives what it printed.
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<string>} standard output
 * @throws {Problem} with npm's own words when it fails or is missing
 */
export function npm(args, cwd) {
  const { command, args: first, shell } = npmCommand();
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], { cwd, shell, windowsHide: true });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('error', (error) => {
      reject(new Problem(`npm could not be started: ${error.message}. Is it on the PATH?`));
    });
    child.on('close', (code) => {
      if (code === 0) resolve(out);
      else
        reject(
          new Problem(
            `npm ${args[0] ?? ''} failed (exit ${code ?? 'by signal'}):\n${lastLines(err)}`,
          ),
        );
    });
  });
}

/** @param {string} text */
function lastLines(text) {
  const lines = text
    .trim()
    .split(/\r?\n/)
    .filter((line) => !line.includes('A complete log of this run'));
  return lines.slice(-12).join('\n');
}
