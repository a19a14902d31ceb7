import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What the test runner hands over in IAM_WORKBENCH_E2E: see scripts/lib/endToEnd.mjs. */
interface Prepared {
  server: { node: string; main: string };
  browser: { executablePath: string; args: string[]; env: Record<string, string> };
  extensionsDir: string;
  settings: Record<string, unknown>;
}

export function prepared(): Prepared {
  const text = process.env.IAM_WORKBENCH_E2E;
  if (text === undefined) throw new Error('Run these tests with: npm test -- e2e');
  return JSON.parse(text) as Prepared;
}

/** A folder that is removed when the tests of this file end, however they end. */
export function temporaryFolder(name: string): string {
  // The real path: macOS has a link there, and the workbench would show another one.
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), `iam-workbench-${name}-`)));
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** A VS Code server of its own, with the packaged extension and a profile that starts empty. */
export interface WorkbenchServer {
  port: number;
  /** Settings, state and logs. */
  dataDir: string;
  stop(): Promise<void>;
}

/** @param env added to the environment that the extension host sees */
export async function startServer(
  settings: Record<string, unknown>,
  env: NodeJS.ProcessEnv,
): Promise<WorkbenchServer> {
  const { server, extensionsDir } = prepared();
  const dataDir = temporaryFolder('server');
  writeSettings(dataDir, settings);
  const child = spawn(
    server.node,
    [
      ...[server.main, '--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      ...['--accept-server-license-terms', '--server-data-dir', dataDir],
      ...['--extensions-dir', extensionsDir],
    ],
    { env: { ...process.env, NODE_OPTIONS: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const port = Number(await outputLine(child, /listening on (\d+)/));
  return { port, dataDir, stop: () => stop(child) };
}

/** Settings of machine scope count from the machine's file alone, the others from the user's. */
function writeSettings(dataDir: string, settings: Record<string, unknown>): void {
  const text = JSON.stringify({ ...prepared().settings, ...settings });
  for (const owner of ['User', 'Machine']) {
    const folder = path.join(dataDir, 'data', owner);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'settings.json'), text);
  }
}

/** Waits for a line of a program's output; gives the first group of the match. */
export function outputLine(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = pattern.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`ended with ${String(code)}:\n${output}`)));
  });
}

export function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    child.once('exit', () => resolve());
    child.kill();
  });
}
