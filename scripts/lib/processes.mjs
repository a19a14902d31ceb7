import { spawn, spawnSync } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
const onWindows = process.platform === 'win32';

/**
 * Starts a program that is ended, with all that it started itself, when this process ends for
 * whatever reason it can notice. Elsewhere than on Windows it leads a process group for that.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  endAllAtExit();
  const child = spawn(command, args, { detached: !onWindows, windowsHide: true, ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/**
 * Ends a program that {@link start} began, and its children.
 * @param {import('node:child_process').ChildProcess} child
 */
export function end(child) {
  if (!running.delete(child) || child.pid === undefined) return;
  if (onWindows) {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It is gone already.
  }
}

/**
 * Waits for a program's end.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function finished(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

let prepared = false;

function endAllAtExit() {
  if (prepared) return;
  prepared = true;
  process.on('exit', () => running.forEach(end));
  /** @type {[NodeJS.Signals, number][]} */
  const signals = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ];
  for (const [signal, code] of signals) process.on(signal, () => process.exit(code));
  endWithNpm();
}

/** Between npm and a script is a shell that passes no signal on: it ends, and the script would stay. */
function endWithNpm() {
  if (onWindows || process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) process.exit(143);
  }, 300).unref();
}
