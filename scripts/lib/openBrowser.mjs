import { spawn } from 'node:child_process';

/**
 * Opens a page in the person's own browser where there is one; says nothing when there is none.
 * @param {string} url
 * @param {boolean} display whether this machine has one
 */
export function openBrowser(url, display) {
  if (!display || process.env['CI']) return;
  const [command = '', ...args] = opener(url);
  const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsHide: true });
  child.on('error', () => undefined);
  child.unref();
}

/** @param {string} url */
function opener(url) {
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}
