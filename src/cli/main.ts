import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { createPolicyLanguage, type PolicyLanguage } from '../policy/index';
import type { Io } from './command';
import { runCli } from './run';

let language: PolicyLanguage | undefined;

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const io: Io = {
  read: (file) => (file === '-' ? readStandardInput() : readFile(file)),
  write: (file, text) => writeFile(file, text),
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
