import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { createPolicyLanguage, type PolicyLanguage } from '../policy/index';
import type { Io } from './command';
import { MAX_BYTES } from './input';
import { runCli } from './run';

let language: PolicyLanguage | undefined;

const CHUNK_BYTES = 1024 * 1024;

/**
 * Both readers stop soon after the size that is too large, whatever is behind the name. Without
 * node:fs/promises, whose loading takes longer than reading a policy.
 */
function readFile(name: string): Buffer {
  const chunks: Buffer[] = [];
  const file = openSync(name, 'r');
  try {
    for (let size = 0; size <= MAX_BYTES;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const length = readSync(file, chunk);
      if (length === 0) break;
      chunks.push(chunk.subarray(0, length));
      size += length;
    }
  } finally {
    closeSync(file);
  }
  return Buffer.concat(chunks);
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}

const io: Io = {
  read: async (file) => (file === '-' ? readStandardInput() : readFile(file)),
  write: (file, text) => {
    writeFileSync(file, text);
    return Promise.resolve();
  },
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  // The catalog lies beside the bundle.
  language: () => (language ??= createPolicyLanguage(path.join(__dirname, 'catalog.bin'))),
};

// A reader that closes the pipe early, such as head, ends the run without a complaint.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

runCli(process.argv.slice(2), io).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    io.err(`iam-policy: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
