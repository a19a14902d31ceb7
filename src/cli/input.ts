import type { Io } from './command';

/** Beyond this a file is no policy and is not read on. Bytes. */
export const MAX_BYTES = 64 * 1024 * 1024;

export interface Input {
  /** As it was named on the command line; `-` for standard input. */
  file: string;
  text: string;
}

/** Reads each file; says on the error output which could not be read and why. */
export async function readInputs(
  files: readonly string[],
  io: Io,
): Promise<{ inputs: Input[]; failed: boolean }> {
  const inputs: Input[] = [];
  let failed = false;
  for (const file of files) {
    try {
      const bytes = await io.read(file);
      if (bytes.byteLength > MAX_BYTES) throw new Error('it is larger than 64 MB');
      inputs.push({ file, text: decode(bytes) });
    } catch (error) {
      failed = true;
      io.err(`iam-policy: cannot read ${file}: ${reasonOf(error)}.\n`);
    }
  }
  return { inputs, failed };
}

/** Broken UTF-8 becomes replacement characters; a byte order mark stays, for AWS refuses it. */
function decode(bytes: Buffer): string {
  return bytes.toString('utf8');
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EISDIR: 'it is a folder',
};

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return reasons[code] ?? error.message;
}
