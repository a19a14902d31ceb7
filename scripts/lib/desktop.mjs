import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * A desktop VS Code of this machine: the program itself, which ends when it is told to, and its
 * command line, which installs extensions.
 * @typedef {{ program: string, commandLine: string }} DesktopVscode
 */

/** @returns {DesktopVscode | undefined} */
export function findDesktop() {
  return candidates().find(
    ({ program, commandLine }) => existsSync(program) && existsSync(commandLine),
  );
}

/** @returns {DesktopVscode[]} */
function candidates() {
  if (process.platform === 'darwin') {
    return ['Visual Studio Code', 'Visual Studio Code - Insiders', 'VSCodium'].map((name) => ({
      program: `/Applications/${name}.app/Contents/MacOS/Electron`,
      commandLine: `/Applications/${name}.app/Contents/Resources/app/bin/${name === 'VSCodium' ? 'codium' : 'code'}`,
    }));
  }
  if (process.platform === 'win32') {
    const roots = [
      path.join(process.env['LOCALAPPDATA'] ?? 'C:\\', 'Programs'),
      process.env['PROGRAMFILES'] ?? 'C:\\Program Files',
    ];
    return roots.map((root) => ({
      program: path.join(root, 'Microsoft VS Code', 'Code.exe'),
      commandLine: path.join(root, 'Microsoft VS Code', 'bin', 'code.cmd'),
    }));
  }
  return onPath(['code', 'code-insiders', 'codium']).map((commandLine) => {
    // <folder>/bin/code is the script, <folder>/code the program.
    const name = path.basename(commandLine);
    return { program: path.join(commandLine, '..', '..', name), commandLine };
  });
}

/**
 * @param {string[]} names
 * @returns {string[]} the files behind the links on the PATH
 */
function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .filter((file) => existsSync(file))
    .map((file) => realpathSync(file));
}

/**
 * @param {DesktopVscode} desktop
 * @param {string[]} args
 * @returns {string | undefined} what went wrong
 */
export function runCommandLine({ commandLine }, args) {
  const onWindows = process.platform === 'win32';
  const quote = (/** @type {string} */ text) => (onWindows ? `"${text}"` : text);
  const { status, stderr, error } = spawnSync(quote(commandLine), args.map(quote), {
    shell: onWindows,
    encoding: 'utf8',
    windowsHide: true,
  });
  return status === 0 ? undefined : (error?.message ?? stderr);
}
