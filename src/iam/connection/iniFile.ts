import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileFault } from '../fileFault';
import type { IniFileKind } from './ini';
import { setProfile, type ProfileValues } from './iniEdit';

const ATTEMPTS = 5;

function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Follows links, so that a link to a synchronised file stays a link. */
async function target(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return path;
    throw error;
  }
}

/** Windows refuses to replace a file for as long as a scanner or another program has it open. */
async function replace(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !hasCode(error, 'EPERM', 'EACCES', 'EBUSY')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}

async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Writes beside the file and moves over it, unless the file is no longer what `before` says. */
async function swap(path: string, before: Buffer | undefined, after: Buffer): Promise<boolean> {
  const temporary = join(dirname(path), `.iam-workbench-${randomBytes(6).toString('hex')}`);
  try {
    await writeThrough(temporary, after);
    const now = await readIfThere(path);
    if (!(now && before ? now.equals(before) : now === before)) return false;
    await replace(temporary, path);
    return true;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Bytes as characters one to one: what is no valid UTF-8 comes back as it was. */
function edit(bytes: Buffer, file: IniFileKind, profile: string, values: ProfileValues): Buffer {
  const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
  const encoded = Object.entries(values).map(([key, value]) => [
    key,
    value === undefined ? undefined : asBytes(value),
  ]);
  const text = setProfile(
    bytes.toString('latin1'),
    file,
    asBytes(profile),
    Object.fromEntries(encoded) as ProfileValues,
  );
  return Buffer.from(text, 'latin1');
}

/** The last write of each file: those of this process follow one another. */
const queues = new Map<string, Promise<void>>();

/**
 * Sets values of one profile in a config or credentials file. The file appears complete or not at
 * all, with mode 0600; its folder is made with mode 0700 when it is missing. A change that another
 * program makes meanwhile is kept.
 *
 * @throws IamError `invalidInput` for a name or value that the file cannot hold, `fileFault` when
 * the file cannot be read or written.
 */
export async function writeProfile(
  path: string,
  file: IniFileKind,
  profile: string,
  values: ProfileValues,
): Promise<void> {
  const earlier = queues.get(path) ?? Promise.resolve();
  const own = earlier.then(
    () => write(path, file, profile, values),
    () => write(path, file, profile, values),
  );
  queues.set(path, own);
  try {
    await own;
  } finally {
    if (queues.get(path) === own) queues.delete(path);
  }
}

async function write(
  path: string,
  file: IniFileKind,
  profile: string,
  values: ProfileValues,
): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const place = await target(path);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const before = await readIfThere(place);
      const after = edit(before ?? Buffer.alloc(0), file, profile, values);
      if (before?.equals(after)) {
        await chmod(place, 0o600);
        return;
      }
      if (await swap(place, before, after)) return;
    }
  } catch (error) {
    throw fileFault(error, path, 'written');
  }
  throw fileFault(new Error('Another program keeps changing the file.'), path, 'written');
}
