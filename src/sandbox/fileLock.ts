import { open, rename, rm, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds. The lock is held for a few of them, so one this old was left by a process that died. */
const STALE_AFTER = 10_000;
const GIVE_UP_AFTER = 5_000;

/**
 * Runs `work` while no other process does so for the same file. The lock is a file beside it.
 * Rejects with the file system's error when that cannot be made.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  await acquire(lock);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function acquire(lock: string): Promise<void> {
  const deadline = Date.now() + GIVE_UP_AFTER;
  while (!(await create(lock))) {
    if (await removeStale(lock)) continue;
    if (Date.now() > deadline) {
      throw new Error(`another process has held ${lock} for ${GIVE_UP_AFTER / 1000} seconds`);
    }
    await sleep(5 + Math.random() * 20);
  }
}

async function create(lock: string): Promise<boolean> {
  try {
    const handle = await open(lock, 'wx', 0o600);
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/** Windows answers EPERM for a moment while a lock is being removed. */
function isBusy(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EEXIST' || (code === 'EPERM' && process.platform === 'win32');
}

/** Moves a left lock away before removing it, so that of two processes only one takes it for stale. */
async function removeStale(lock: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(lock);
    if (Date.now() - mtimeMs < STALE_AFTER) return false;
    const aside = `${lock}.${process.pid}`;
    await rename(lock, aside);
    await rm(aside, { force: true });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}
