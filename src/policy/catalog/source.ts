import { closeSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from './container';

/**
 * Reads parts of a file. It is opened for each read and not kept open, so that an update of the
 * extension can replace it on Windows.
 */
export function fileSource(path: string): ByteSource {
  return {
    read(offset, length) {
      const file = openSync(path, 'r');
      try {
        const bytes = Buffer.allocUnsafe(length);
        return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
      } finally {
        closeSync(file);
      }
    },
  };
}

/** Reads out of memory, for where there is no file system. */
export function bufferSource(bytes: Uint8Array): ByteSource {
  return { read: (offset, length) => bytes.subarray(offset, offset + length) };
}
