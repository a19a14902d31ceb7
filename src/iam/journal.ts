import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { claimRun, isClaimed, type Claim } from './journalClaim';
import { asObject, type Json, type JsonObject } from './json';
import { PRIVATE_MODE, createPrivateFile } from './privateFile';

/** What a run is about: enough to build its steps again after a crash. Holds no secret. */
export interface RunHeader {
  /** Which transaction: createServiceAccount, deleteUser, … */
  kind: string;
  /** For people: "Create service account rsdash". */
  title: string;
  connectionId: string;
  accountId: string;
  /** The input that the steps are built from. */
  input: JsonObject;
}

/** One line of a journal. `intent` is on the disk before a step runs, `made` after it. */
export type JournalRecord =
  | { type: 'intent'; step: string; before: Json }
  | { type: 'made'; step: string; made: Json; usable: boolean }
  /** The step certainly left nothing. */
  | { type: 'nothing'; step: string }
  | { type: 'undone'; step: string };

export interface UnfinishedRun {
  id: string;
  started: Date;
  header: RunHeader;
  records: JournalRecord[];
}

/** The journal of one run. Every append is on the disk when it resolves. */
export interface Journal {
  readonly id: string;
  append(record: JournalRecord): Promise<void>;
  /** The run is over, however it ended: nothing is left to finish or undo. */
  close(): Promise<void>;
  /** Lets go of the run without ending it, so that it is offered again. */
  release(): Promise<void>;
}

export interface DamagedJournal {
  id: string;
  file: string;
}

/** Journals of a folder, one file a run; several windows may share it. */
export class JournalStore {
  constructor(private readonly folder: string) {}

  async create(header: RunHeader): Promise<Journal> {
    await fs.mkdir(this.folder, { recursive: true, mode: 0o700 });
    const id = randomUUID();
    const claim = await claimRun(this.lockFile(id));
    if (claim === undefined) throw new Error(`Run ${id} is claimed already`);
    const first = { type: 'start', version: 1, time: new Date().toISOString(), ...header };
    try {
      await createPrivateFile(this.file(id), `${JSON.stringify(first)}\n`);
    } catch (error) {
      await claim.release();
      throw error;
    }
    return new FileJournal(id, this.file(id), claim);
  }

  /** Runs that did not end and that no live window is busy with, oldest first. */
  async unfinished(): Promise<{ runs: UnfinishedRun[]; damaged: DamagedJournal[] }> {
    const names = await fs.readdir(this.folder).catch(() => []);
    const runs: UnfinishedRun[] = [];
    const damaged: DamagedJournal[] = [];
    for (const name of names.filter((each) => each.endsWith('.jsonl'))) {
      const id = path.basename(name, '.jsonl');
      if (await isClaimed(this.lockFile(id))) continue;
      const text = await fs.readFile(this.file(id), 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      const run = parseJournal(id, text);
      if (run === undefined) damaged.push({ id, file: this.file(id) });
      else runs.push(run);
    }
    runs.sort((left, right) => left.started.getTime() - right.started.getTime());
    return { runs, damaged };
  }

  /** Takes over an unfinished run; undefined when another window has done so first or it is gone. */
  async claim(id: string): Promise<{ journal: Journal; run: UnfinishedRun } | undefined> {
    const claim = await claimRun(this.lockFile(id));
    if (claim === undefined) return undefined;
    const text = await fs.readFile(this.file(id), 'utf8').catch(() => undefined);
    const run = text === undefined ? undefined : parseJournal(id, text);
    if (text === undefined || run === undefined) {
      await claim.release();
      return undefined;
    }
    // A torn last line must not swallow the next record.
    if (!text.endsWith('\n')) await appendDurably(this.file(id), '\n');
    return { journal: new FileJournal(id, this.file(id), claim), run };
  }

  private file(id: string): string {
    return path.join(this.folder, `${path.basename(id)}.jsonl`);
  }

  private lockFile(id: string): string {
    return path.join(this.folder, `${path.basename(id)}.lock`);
  }
}

class FileJournal implements Journal {
  constructor(
    readonly id: string,
    private readonly file: string,
    private readonly claim: Claim,
  ) {}

  append(record: JournalRecord): Promise<void> {
    return appendDurably(this.file, `${JSON.stringify(record)}\n`);
  }

  async close(): Promise<void> {
    await fs.rm(this.file, { force: true });
    await this.claim.release();
  }

  release(): Promise<void> {
    return this.claim.release();
  }
}

async function appendDurably(file: string, text: string): Promise<void> {
  // Not created when absent: a journal that was deleted meanwhile must not be taken up halfway.
  const handle = await fs.open(file, fs.constants.O_WRONLY | fs.constants.O_APPEND, PRIVATE_MODE);
  try {
    await handle.appendFile(text, 'utf8');
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Reads what can be read: a line that does not parse was cut by a crash and is left out. */
export function parseJournal(id: string, text: string): UnfinishedRun | undefined {
  const lines = text.split('\n').map(parseLine);
  const start = asObject(lines[0]);
  const header = start === undefined ? undefined : parseHeader(start);
  if (start === undefined || header === undefined) return undefined;
  const records = lines
    .slice(1)
    .map(parseRecord)
    .filter((record) => record !== undefined);
  return { id, started: startTime(start), header, records };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function startTime(start: JsonObject): Date {
  return new Date(typeof start.time === 'string' ? start.time : 0);
}

function parseHeader(start: JsonObject): RunHeader | undefined {
  const { kind, title, connectionId, accountId } = start;
  const input = asObject(start.input);
  if (start.type !== 'start' || start.version !== 1 || input === undefined) return undefined;
  const texts = [kind, title, connectionId, accountId];
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  return { kind, title, connectionId, accountId, input } as RunHeader;
}

function parseRecord(value: unknown): JournalRecord | undefined {
  const record = asObject(value);
  if (record === undefined || typeof record.step !== 'string') return undefined;
  const { step } = record;
  switch (record.type) {
    case 'intent':
      return { type: 'intent', step, before: record.before ?? null };
    case 'made':
      return { type: 'made', step, made: record.made ?? null, usable: record.usable !== false };
    case 'nothing':
    case 'undone':
      return { type: record.type, step };
    default:
      return undefined;
  }
}
