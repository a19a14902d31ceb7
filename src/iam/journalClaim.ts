import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import { isIamError } from './errors';
import { createPrivateFile } from './privateFile';

/** A run that this process is busy with. */
export interface Claim {
  release(): Promise<void>;
}

const HEARTBEAT = 5_000;
/** A window that has not said that it lives for this long has not survived, in milliseconds. */
const STALE_AFTER = 60_000;

/** Claims the run of a lock file; undefined when a live window has it. */
export async function claimRun(lockFile: string): Promise<Claim | undefined> {
  if (!(await removeStale(lockFile))) return undefined;
  const content = JSON.stringify({ pid: process.pid, host: os.hostname(), token: randomUUID() });
  try {
    await createPrivateFile(lockFile, content);
  } catch (error) {
    if (isIamError(error) && error.details.code === 'EEXIST') return undefined;
    throw error;
  }
  const timer = setInterval(() => void beat(lockFile), HEARTBEAT);
  timer.unref();
  return {
    release: async () => {
      clearInterval(timer);
      await fs.rm(lockFile, { force: true });
    },
  };
}

/** True while a live window holds the lock: its heart beats and, on this machine, its process is there. */
export async function isClaimed(lockFile: string): Promise<boolean> {
  const [stat, content] = await Promise.all([
    fs.stat(lockFile).catch(() => undefined),
    fs.readFile(lockFile, 'utf8').catch(() => ''),
  ]);
  if (stat === undefined) return false;
  return Date.now() - stat.mtimeMs < STALE_AFTER && holderLives(content);
}

function holderLives(content: string): boolean {
  let holder: { pid?: unknown; host?: unknown };
  try {
    holder = JSON.parse(content) as typeof holder;
  } catch {
    // Being written at this moment, or torn: the heartbeat alone decides.
    return true;
  }
  if (holder.host !== os.hostname() || typeof holder.pid !== 'number') return true;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Moves a dead window's lock away; false when the lock is alive or another window was faster. */
async function removeStale(lockFile: string): Promise<boolean> {
  const content = await fs.readFile(lockFile, 'utf8').catch(() => undefined);
  if (content === undefined) return true;
  if (await isClaimed(lockFile)) return false;
  const aside = `${lockFile}.${randomUUID()}`;
  try {
    await fs.rename(lockFile, aside);
  } catch {
    return false;
  }
  // Between the look and the rename another window may have put its own lock there.
  if ((await fs.readFile(aside, 'utf8')) !== content) {
    await fs.rename(aside, lockFile);
    return false;
  }
  await fs.rm(aside);
  return true;
}

async function beat(lockFile: string): Promise<void> {
  const now = new Date();
  await fs.utimes(lockFile, now, now).catch(() => undefined);
}
