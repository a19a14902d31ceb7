import fs from 'node:fs';
import path from 'node:path';
import type { Row } from './row';

const root = path.resolve(__dirname, '..', '..');

/** Kilobytes of a file. */
function size(...parts: string[]): number {
  return fs.statSync(path.join(root, ...parts)).size / 1024;
}

export default function sizes(): Promise<Row[]> {
  const vsix = fs.readdirSync(root).find((name) => name.endsWith('.vsix'));
  if (vsix === undefined) throw new Error('There is no VSIX at the root.');
  return Promise.resolve([
    { name: 'Entry bundle', ours: size('dist', 'extension.js'), unit: 'KB', atMost: 400 },
    { name: 'VSIX', ours: size(vsix), unit: 'KB', atMost: 3 * 1024 },
  ]);
}
