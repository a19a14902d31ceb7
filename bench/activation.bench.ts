import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { middle, type Row } from './row';

const RUNS = 15;
const extension = path.resolve(__dirname, '..', '..', 'dist', 'extension.js');

/**
 * Runs in a fresh process: loads the entry bundle and activates it on an editor that takes every
 * call and does nothing, so that only our own work is measured. VS Code's own figure holds the
 * start of a dozen other extensions, which share the thread.
 */
const PROGRAM = `
  const Module = require('node:module');
  class Anything { get event() { return anything; } fire() {} dispose() {} }
  const anything = new Proxy(Anything, {
    get(target, key) {
      if (key === 'prototype') return target.prototype;
      if (key === 'then') return undefined;
      // State and settings hold nothing.
      if (key === 'get') return (name, fallback) => fallback;
      if (key === Symbol.toPrimitive) return () => '';
      if (key === Symbol.iterator) return function* () {};
      return anything;
    },
    set: () => true,
    apply: () => anything,
    construct: (target, args, own) => (own === anything ? anything : Reflect.construct(target, args, own)),
  });
  // The bundle makes an object with the prototype of the module and asks that one.
  const editor = new Proxy({}, { getPrototypeOf: () => anything });
  const load = Module._load;
  Module._load = (request, ...rest) => (request === 'vscode' ? editor : load(request, ...rest));
  const started = performance.now();
  require(process.argv[1]).activate(anything);
  const time = performance.now() - started;
  console.log(JSON.stringify({ time, loaded: Object.keys(require.cache) }));
  process.exit();
`;

function activate(): { time: number; loaded: string[] } {
  const output = execFileSync(process.execPath, ['-e', PROGRAM, extension], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(output) as { time: number; loaded: string[] };
}

export default function activation(): Promise<Row[]> {
  const runs = Array.from({ length: RUNS }, activate);
  const further = new Set(
    runs.flatMap(({ loaded }) => loaded).filter((file) => file !== extension),
  );
  return Promise.resolve([
    {
      name: 'Activation, loading included',
      ours: middle(runs.map(({ time }) => time)),
      unit: 'ms',
      atMost: 15,
    },
    {
      name: 'Further bundles that activation loads (SDK, X.509, …)',
      ours: further.size,
      unit: '',
      atMost: 0,
    },
  ]);
}
