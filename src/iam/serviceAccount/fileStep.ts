import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { IamError } from '../errors';
import { textOf, type Json, type JsonObject } from '../json';
import { createPrivateFile, readIfThere } from '../privateFile';
import type { ProbeResult, Step, StepContext } from '../transactionStep';

export interface FileStep {
  id: string;
  title: string;
  file: string;
  /** What the file will hold, and what of it may stand in the journal. */
  content: (context: StepContext) => Promise<{ text: string; journal: JsonObject }>;
}

/** Writes a new file for the owner only; undoing deletes it when it is still what was written. */
export function fileStep({ id, title, file, content }: FileStep): Step {
  let text = '';
  return {
    id,
    title,
    call: { object: file },
    prepare: async (context) => {
      if ((await readIfThere(file)) !== undefined) {
        throw new IamError('fileFault', `The file ${file} is already there.`, {
          advice: 'Nothing was overwritten. Move the file away, or choose another folder.',
        });
      }
      const made = await content(context);
      text = made.text;
      return { ...made.journal, digest: digest(Buffer.from(text)), size: Buffer.byteLength(text) };
    },
    run: async ({ before }) => {
      await createPrivateFile(file, text);
      return before;
    },
    probe: ({ before }) => probeFile(file, before),
    undo: (made) => removeFile(file, made),
  };
}

async function probeFile(file: string, before: Json): Promise<ProbeResult> {
  const bytes = await readIfThere(file);
  if (bytes === undefined) return { state: 'nothing' };
  const written = compare(bytes, before);
  if (written === 'whole') return { state: 'made', made: before, usable: true };
  if (written === 'part') {
    return { state: 'made', made: before, usable: false, why: `${file} was written in part only.` };
  }
  return { state: 'unknown', why: `${file} is there with a content that this run did not write.` };
}

async function removeFile(file: string, made: Json): Promise<void> {
  const bytes = await readIfThere(file);
  if (bytes === undefined) return;
  if (compare(bytes, made) === 'other') {
    throw new IamError('fileFault', `${file} was changed since it was written, so it was left.`, {
      advice: 'Delete it yourself when it is not needed.',
    });
  }
  await fs.rm(file, { force: true });
}

/** The file was made exclusively, so a shorter one is ours, cut off. */
function compare(bytes: Buffer, made: Json): 'whole' | 'part' | 'other' {
  if (digest(bytes) === textOf(made, 'digest')) return 'whole';
  const size = typeof made === 'object' && made && 'size' in made ? Number(made.size) : 0;
  return bytes.length < size ? 'part' : 'other';
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
