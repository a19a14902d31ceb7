import { IamError, isIamError } from './errors';

const CAUSES: Record<string, { why: string; advice: string }> = {
  EACCES: { why: 'access is denied', advice: 'Check the permissions of the file and its folder.' },
  EPERM: { why: 'access is denied', advice: 'Check the permissions of the file and its folder.' },
  EROFS: { why: 'the disk is read-only', advice: 'Choose another place.' },
  ENOSPC: { why: 'the disk is full', advice: 'Free some space and try again.' },
  EDQUOT: { why: 'the disk quota is used up', advice: 'Free some space and try again.' },
  ENOENT: { why: 'it or its folder is not there', advice: 'Check the path.' },
  ENOTDIR: { why: 'a part of its path is not a folder', advice: 'Check the path.' },
  EISDIR: { why: 'it is a folder', advice: 'Check the path.' },
  EEXIST: { why: 'something of that name is there already', advice: 'Choose another name.' },
  EBUSY: { why: 'another program uses it', advice: 'Close the other program and try again.' },
};

/** Turns what node:fs threw into an IamError `fileFault` that says which file, why and what next. */
export function fileFault(error: unknown, path: string, done: 'read' | 'written'): IamError {
  if (isIamError(error)) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  const known = code === undefined ? undefined : CAUSES[code];
  const why = known?.why ?? (error instanceof Error ? error.message : String(error));
  return new IamError('fileFault', `${path} could not be ${done}: ${why}.`, {
    code,
    advice: known?.advice,
    cause: error,
  });
}
