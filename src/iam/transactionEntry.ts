import { isIamError, type IamErrorReason } from './errors';
import type { JournalRecord } from './journal';
import type { Json } from './json';
import type { Failure, Step, StepProgress, StepState } from './transactionStep';

/** After these nothing was changed; after any other the answer may have been lost. */
const REFUSED: ReadonlySet<IamErrorReason> = new Set<IamErrorReason>([
  'accessDenied',
  'alreadyExists',
  'notFound',
  'quota',
  'deleteConflict',
  'malformedPolicy',
  'invalidCertificate',
  'duplicateCertificate',
  'invalidInput',
  'passwordPolicy',
  'unmodifiable',
  'noCredentials',
  'expired',
  'credentialsRejected',
  'clockSkew',
  'readOnly',
  'fileFault',
  'unreachable',
  'throttled',
  'busy',
]);

/** True when the call was refused, so that the account is as it was before. */
export function provesNothingChanged(error: unknown): boolean {
  return isIamError(error) && REFUSED.has(error.reason);
}

/** One step and what the journal says of it. */
export class StepEntry {
  /** `open`: it was begun, and whether it took effect is not known. */
  known: 'nothing' | 'open' | 'made' | 'unusable' | 'undone' = 'nothing';
  before: Json = null;
  made: Json = null;
  shown: StepState = 'pending';
  note?: string;
  failure?: Failure;

  constructor(readonly step: Step) {}

  replay(record: JournalRecord): void {
    switch (record.type) {
      case 'intent':
        this.known = 'open';
        this.before = record.before;
        this.made = null;
        // While it runs in this window, "running" says more.
        if (this.shown !== 'running') this.shown = 'uncertain';
        return;
      case 'made':
        this.known = record.usable ? 'made' : 'unusable';
        this.made = record.made;
        this.shown = record.usable ? 'done' : 'unusable';
        return;
      case 'nothing':
        this.known = 'nothing';
        this.shown = 'pending';
        return;
      case 'undone':
        this.known = 'undone';
        this.shown = 'undone';
    }
  }

  isMade(): boolean {
    return this.known === 'made';
  }

  isUnusable(): boolean {
    return this.known === 'unusable';
  }

  canBeTakenBack(): boolean {
    const there = this.known === 'open' || this.isMade() || this.isUnusable();
    return there && this.step.undo !== undefined;
  }

  /** What another window kept in memory is gone with it. */
  loseMemory(): void {
    if (!this.isMade() || this.step.inMemory === undefined) return;
    if (this.step.undo === undefined) {
      // It made nothing that could be in the way: it is simply done again.
      this.known = 'nothing';
      this.shown = 'pending';
      return;
    }
    this.known = 'unusable';
    this.shown = 'unusable';
    this.note = this.step.inMemory.lost;
  }

  fail(error: unknown): void {
    this.failure = failureOf(this.step, error);
    if (this.known === 'open') this.shown = 'uncertain';
    else this.shown = this.isUnusable() ? 'unusable' : 'failed';
  }

  progress(): StepProgress {
    return {
      id: this.step.id,
      title: this.step.title,
      call: this.step.call,
      irreversible: this.step.irreversible === true,
      makes: this.step.undo !== undefined || this.step.irreversible === true,
      state: this.shown,
      ...(this.note === undefined ? {} : { note: this.note }),
      ...(this.failure === undefined ? {} : { failure: this.failure }),
    };
  }
}

function failureOf(step: Step, error: unknown): Failure {
  const base = { stepId: step.id, title: step.title };
  if (!isIamError(error)) {
    const message = error instanceof Error ? error.message : 'The step failed.';
    return { ...base, message };
  }
  const { advice, code, permission, requestId } = error.details;
  return { ...base, message: error.message, advice, code, permission, requestId };
}
