import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { IamError } from './errors';

/** Only the owner reads and writes. Windows keeps the folder's own access list instead. */
export const PRIVATE_MODE = 0o600;

/**
 * Writes a file that must not be there yet, readable by the owner only, and has it on the disk
 * before it resolves. Nothing is left of it when that fails.
 * @throws IamError `alreadyExists` or `invalidInput`
 */
export async function createPrivateFile(file: string, content: string): Promise<void> {
  const handle = await fs.open(file, 'wx', PRIVATE_MODE).catch((error: unknown) => {
    throw fileError(error, file);
  });
  try {
    await handle.writeFile(content, 'utf8');
    await handle.sync();
  } catch (error) {
    await handle.close();
    await fs.rm(file, { force: true });
    throw fileError(error, file);
  }
  await handle.close();
}

/**
 * Writes a file as a whole or not at all, readable by the owner only. A symbolic link is followed
 * and stays one.
 * @throws IamError `invalidInput`
 */
export async function replacePrivateFile(file: string, content: string): Promise<void> {
  const target = await fs.realpath(file).catch(() => file);
  const beside = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await createPrivateFile(beside, content);
    await fs.rename(beside, target);
  } catch (error) {
    await fs.rm(beside, { force: true });
    throw fileError(error, file);
  }
}

/**
 * Proves by doing it that files can be made in a folder.
 * @throws IamError `invalidInput`
 */
export async function checkFolderWritable(folder: string): Promise<void> {
  const probe = path.join(folder, `.iam-workbench-${randomBytes(6).toString('hex')}`);
  await createPrivateFile(probe, '');
  await fs.rm(probe);
}

const REASONS: Record<string, string> = {
  ENOENT: 'The folder is not there.',
  ENOTDIR: 'A part of the path is not a folder.',
  EACCES: 'This account of the operating system may not write there.',
  EPERM: 'This account of the operating system may not write there.',
  EROFS: 'The disk is read-only.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk quota is used up.',
  EISDIR: 'It is a folder.',
};

function fileError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'EEXIST') {
    return new IamError('alreadyExists', `The file ${file} is already there.`, {
      advice: 'Nothing was overwritten. Choose another folder, or move the file away.',
      cause: error,
    });
  }
  const why = REASONS[String(error.code)] ?? `The system answered ${String(error.code)}.`;
  return new IamError('invalidInput', `${file} could not be written. ${why}`, {
    advice: 'Choose another folder, or put that right and retry.',
    cause: error,
  });
}
