import type { Json } from './json';

/** The call that a step makes, for the review: `CreateGroup` on `group RightScaleDash`. */
export interface ApiCall {
  /** Operation of the API, or undefined for what happens on this machine only. */
  operation?: string;
  object: string;
}

export interface StepContext {
  signal: AbortSignal;
  /** What `prepare` gave; null without it. */
  before: Json;
  /** What an earlier step of this run made, as the journal has it. */
  made: (stepId: string) => Json | undefined;
  /** Shows a sentence beside the step while it runs. */
  note: (text: string) => void;
}

/** Whether a step whose outcome is not known took effect. */
export type ProbeResult =
  | { state: 'made'; made: Json; usable: true }
  /** It is there and worth nothing: a key without its secret, a file cut off. */
  | { state: 'made'; made: Json; usable: false; why: string }
  | { state: 'nothing' }
  /** Not there so far. IAM shows some changes seconds later, so this is asked again before anything is repeated. */
  | { state: 'notSeen' }
  | { state: 'unknown'; why: string };

/**
 * One step of a transaction. What `prepare`, `run` and `probe` give goes into the journal: no secret.
 * A step without `probe` is one where running it again and undoing it are harmless either way.
 */
export interface Step {
  id: string;
  title: string;
  call: ApiCall;
  /** What the probe and the undo must know, and what is only known beforehand. Changes nothing. */
  prepare?(context: StepContext): Promise<Json>;
  run(context: StepContext): Promise<Json>;
  probe?(context: StepContext): Promise<ProbeResult>;
  /** Takes back what was made; null when only the intent is known. Absent: nothing to take back. */
  undo?(made: Json, context: StepContext): Promise<void>;
  /** It cannot be taken back. */
  irreversible?: boolean;
  /** What it makes is worth nothing without what this window keeps in memory. */
  inMemory?: { lost: string };
}

export type StepState =
  | 'pending'
  | 'running'
  | 'done'
  | 'failed'
  /** It may have taken effect. */
  | 'uncertain'
  /** It took effect and the result is worth nothing. */
  | 'unusable'
  | 'undoing'
  | 'undone';

export interface StepProgress {
  id: string;
  title: string;
  call: ApiCall;
  irreversible: boolean;
  /** Something is there after it that was not before. */
  makes: boolean;
  state: StepState;
  note?: string;
  failure?: Failure;
}

/** Why a step failed, as plain data without a secret. */
export interface Failure {
  stepId: string;
  title: string;
  message: string;
  advice?: string;
  code?: string;
  permission?: string;
  requestId?: string;
}

export type RunState =
  | 'ready'
  | 'running'
  | 'failed'
  | 'cancelled'
  | 'done'
  | 'undoing'
  | 'undoFailed'
  | 'undone'
  | 'kept';

export interface Progress {
  state: RunState;
  steps: StepProgress[];
  /** Of the step that stopped the run, or of each that could not be undone. */
  failures: Failure[];
}
