import { IamError } from './errors';
import { Emitter } from './events';
import type { Journal, JournalRecord } from './journal';
import type { Json } from './json';
import { StepEntry, provesNothingChanged } from './transactionEntry';
import type { Progress, RunState, Step, StepContext, StepState } from './transactionStep';

/**
 * Runs steps in order and writes to a journal what is about to be done and what was made, so that
 * after a failure, a lost answer or a crash it can go on, or take back what this run made and
 * nothing else. Each of run, undo and keep is one at a time.
 */
export class Transaction {
  private readonly changed = new Emitter<Progress>();
  readonly onDidProgress = this.changed.event;
  private readonly entries: StepEntry[];
  private state: RunState = 'ready';
  private busy = false;

  /** `records` are those of an earlier window; the steps must be built from the same input. */
  constructor(
    steps: Step[],
    private readonly journal: Journal,
    records: JournalRecord[] = [],
  ) {
    this.entries = steps.map((step) => new StepEntry(step));
    records.forEach((record) => this.replay(record));
    for (const entry of this.entries) entry.loseMemory();
  }

  progress(): Progress {
    const steps = this.entries.map((entry) => entry.progress());
    const failures = this.entries.flatMap(({ failure }) => (failure ? [failure] : []));
    return { state: this.state, steps, failures };
  }

  /** What a step of this run made, as the journal has it. */
  made(stepId: string): Json | undefined {
    const entry = this.entries.find(({ step }) => step.id === stepId);
    return entry?.known === 'made' ? entry.made : undefined;
  }

  /** True while there is something that this run made or may have made. */
  hasMade(): boolean {
    return this.entries.some((entry) => entry.canBeTakenBack());
  }

  /** Runs what is not done yet: the start, "Retry" and "Finish" alike. Never rejects. */
  async run(signal: AbortSignal): Promise<Progress> {
    return this.alone('running', async () => {
      for (const entry of this.entries) {
        if (entry.known === 'made') continue;
        if (signal.aborted) return 'cancelled';
        if (!(await this.attempt(entry, 'running', () => this.execute(entry, signal)))) {
          return signal.aborted ? 'cancelled' : 'failed';
        }
      }
      return 'done';
    });
  }

  /** Takes back what this run made, last first; goes on after a failure. Never rejects. */
  async undo(signal: AbortSignal): Promise<Progress> {
    return this.alone('undoing', async () => {
      let failed = false;
      for (const entry of [...this.entries].reverse()) {
        delete entry.failure;
        if (!entry.canBeTakenBack()) continue;
        if (signal.aborted) return 'undoFailed';
        if (!(await this.attempt(entry, 'undoing', () => this.takeBack(entry, signal)))) {
          failed = true;
        }
      }
      if (failed) return 'undoFailed';
      await this.journal.close();
      return 'undone';
    });
  }

  /** Ends the run and leaves everything as it is. */
  async keep(): Promise<void> {
    await this.journal.close();
    if (this.state !== 'done') this.show('kept');
  }

  /** Leaves the run unfinished, to be offered again. */
  async release(): Promise<void> {
    await this.journal.release();
  }

  private async alone(during: RunState, work: () => Promise<RunState>): Promise<Progress> {
    if (this.busy) throw new Error('The run is busy');
    this.busy = true;
    try {
      this.show(during);
      this.show(await work());
    } finally {
      this.busy = false;
    }
    return this.progress();
  }

  private async attempt(
    entry: StepEntry,
    shown: StepState,
    work: () => Promise<void>,
  ): Promise<boolean> {
    delete entry.failure;
    entry.shown = shown;
    this.show(this.state);
    try {
      await work();
      return true;
    } catch (error) {
      entry.fail(error);
      return false;
    } finally {
      this.show(this.state);
    }
  }

  private async execute(entry: StepEntry, signal: AbortSignal): Promise<void> {
    const { step } = entry;
    if (entry.known === 'open') await this.settleBeforeRepeating(entry, signal);
    if (entry.known === 'made') return;
    if (entry.known === 'unusable') await this.takeBack(entry, signal);
    delete entry.note;
    const doubtful = entry.known === 'open';
    if (!doubtful) {
      const before = (await step.prepare?.(this.context(entry, signal))) ?? null;
      await this.record({ type: 'intent', step: step.id, before });
    }
    let made: Json;
    try {
      made = await step.run(this.context(entry, signal));
    } catch (error) {
      return this.afterFault(entry, error, doubtful, signal);
    }
    await this.record({ type: 'made', step: step.id, made, usable: true });
  }

  /** `doubtful`: an earlier attempt may have taken effect, so that a refusal proves nothing. */
  private async afterFault(
    entry: StepEntry,
    error: unknown,
    doubtful: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    if (!doubtful && provesNothingChanged(error)) {
      await this.record({ type: 'nothing', step: entry.step.id });
      throw error;
    }
    await this.settle(entry, signal);
    if (!entry.isMade()) throw error;
  }

  /** Finds out whether a step that was begun took effect, and writes it down. */
  private async settle(entry: StepEntry, signal: AbortSignal): Promise<void> {
    const { step } = entry;
    const result = await step.probe?.(this.context(entry, signal));
    if (result === undefined || result.state === 'notSeen') return;
    if (result.state === 'unknown') throw new IamError('answerLost', result.why);
    if (result.state === 'nothing') return this.record({ type: 'nothing', step: step.id });
    await this.record({ type: 'made', step: step.id, made: result.made, usable: result.usable });
    if (!result.usable) throw new IamError('answerLost', result.why);
  }

  /** An unusable result ends in a throw, and is exactly what is to be taken back next. */
  private async settleBeforeRepeating(entry: StepEntry, signal: AbortSignal): Promise<void> {
    await this.settle(entry, signal).catch((error: unknown) => {
      if (!entry.isUnusable()) throw error;
    });
  }

  private async takeBack(entry: StepEntry, signal: AbortSignal): Promise<void> {
    if (entry.known === 'open' && entry.step.probe !== undefined) {
      await this.settleBeforeRepeating(entry, signal);
      if (!entry.isMade() && !entry.isUnusable()) {
        return this.record({ type: 'nothing', step: entry.step.id });
      }
    }
    await entry.step.undo?.(entry.made, this.context(entry, signal));
    await this.record({ type: 'undone', step: entry.step.id });
  }

  private context(entry: StepEntry, signal: AbortSignal): StepContext {
    return {
      signal,
      before: entry.before,
      made: (stepId) => this.made(stepId),
      note: (text) => {
        entry.note = text;
        this.show(this.state);
      },
    };
  }

  /** On the disk first: what is not written down has not happened. */
  private async record(record: JournalRecord): Promise<void> {
    await this.journal.append(record).catch((error: unknown) => {
      throw new IamError('unknown', 'The journal of this run could not be written.', {
        advice: 'Make room on the disk, or check that the folder is still there, and retry.',
        cause: error,
      });
    });
    this.replay(record);
  }

  private replay(record: JournalRecord): void {
    this.entries.find(({ step }) => step.id === record.step)?.replay(record);
  }

  private show(state: RunState): void {
    this.state = state;
    this.changed.fire(this.progress());
  }
}
