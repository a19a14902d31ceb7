import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { isIamError } from './errors';
import { fileFault } from './fileFault';

/** Only the owner reads and writes. Windows keeps the folder's own access list instead. */
export const PRIVATE_MODE = 0o600;

/**
 * Writes a file that must not be there yet, readable by the owner only, and has it on the disk
 * before it resolves. Nothing is left of it when that fails.
 * @throws IamError `fileFault`, with code EEXIST when it is there
 */
export async function createPrivateFile(file: string, content: string): Promise<void> {
  const handle = await fs.open(file, 'wx', PRIVATE_MODE).catch((error: unknown) => {
    throw fileFault(error, file, 'written');
  });
  try {
    await handle.writeFile(content, 'utf8');
    await handle.sync();
  } catch (error) {
    await handle.close();
    await fs.rm(file, { force: true });
    throw fileFault(error, file, 'written');
  }
  await handle.close();
}

/**
 * Writes a file as a whole or not at all, readable by the owner only. A symbolic link is followed
 * and stays one.
 * @throws IamError `fileFault`
 */
export async function replacePrivateFile(file: string, content: string): Promise<void> {
  const target = await fs.realpath(file).catch(() => file);
  const beside = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await createPrivateFile(beside, content);
    await fs.rename(beside, target);
  } catch (error) {
    await fs.rm(beside, { force: true });
    throw fileFault(error, file, 'written');
  }
}

/**
 * Proves by doing it that files can be made in a folder.
 * @throws IamError `fileFault`
 */
export async function checkFolderWritable(folder: string): Promise<void> {
  const probe = path.join(folder, `.iam-workbench-${randomBytes(6).toString('hex')}`);
  try {
    await createPrivateFile(probe, '');
    await fs.rm(probe);
  } catch (error) {
    // The probe's own name would tell a person nothing.
    throw fileFault(isIamError(error) ? error.details.cause : error, folder, 'written');
  }
}

/** Gives the file's bytes, or undefined when it is not there. @throws IamError `fileFault` */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await fs.readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw fileFault(error, file, 'read');
  }
}
