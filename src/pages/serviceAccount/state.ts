import type { Progress } from '../../iam/transactionStep';

/** What the page shows: plain data, made anew for every change. Never holds a secret. */
export type PageState = ReviewState | RunState | HandoverState;

export interface ReviewState {
  page: 'review';
  title: string;
  /** "Practice account · 1111-2222-3333" */
  account: string;
  /** Kept in a read-only connection, or while the plan has problems. */
  canCreate: boolean;
  /** There are questions to go back to. */
  canChange: boolean;
  problems: string[];
  steps: { title: string; operation?: string; object: string }[];
  policy?: PolicyState;
  existing: string[];
  quotas: QuotaState[];
  commands: { bash: string; powershell: string };
}

export interface QuotaState {
  label: string;
  before: number;
  after: number;
  limit: number;
  exceeded: boolean;
}

export interface PolicyState {
  name: string;
  holder: string;
  /** The JSON text; absent for a managed policy. */
  document?: string;
  /** What it allows. */
  sentence?: string;
  /** Said when it allows everything. */
  warning?: string;
  findings: { severity: string; message: string }[];
}

export interface RunState {
  page: 'run';
  title: string;
  account: string;
  progress: Progress;
  /** What can be done now. */
  choices: RunChoice[];
  /** Titles of the steps that were done: "what was made so far". */
  made: string[];
}

export type RunChoice = 'stop' | 'retry' | 'undo' | 'keep' | 'close';

export interface HandoverState {
  page: 'handover';
  title: string;
  account: string;
  userName: string;
  accountId: string;
  /** 1111-2222-3333 */
  accountIdWithDashes: string;
  accessKeyId?: string;
  /** The secret was saved or copied at least once. */
  secretIsSafe: boolean;
  certificateId?: string;
  certificateFile?: string;
  privateKeyFile?: string;
  forms: { id: string; label: string; detail: string; preferred: boolean }[];
}

/** Everything that the page may ask of the extension. */
export type PageMessage =
  | { type: 'ready' }
  | { type: 'create' | 'change' | 'cancel' }
  | { type: 'stop' | 'retry' | 'undo' | 'keep' | 'close' }
  | { type: 'reveal' | 'copySecret' | 'done' }
  | { type: 'copy'; what: CopyTarget }
  | { type: 'save'; form: string }
  | { type: 'showFile'; which: 'certificate' | 'privateKey' };

export type CopyTarget =
  | 'bash'
  | 'powershell'
  | 'accessKeyId'
  | 'accountId'
  | 'accountIdWithDashes'
  | 'certificateFile'
  | 'privateKeyFile';

/** What the extension tells the page. The secret goes there only when "Reveal" was pressed. */
export type HostMessage = { type: 'state'; state: PageState } | { type: 'secret'; secret: string };

const PLAIN = [
  'ready',
  'create',
  'change',
  'cancel',
  'stop',
  'retry',
  'undo',
  'keep',
  'close',
  'reveal',
  'copySecret',
  'done',
] as const;

const COPY_TARGETS: readonly CopyTarget[] = [
  'bash',
  'powershell',
  'accessKeyId',
  'accountId',
  'accountIdWithDashes',
  'certificateFile',
  'privateKeyFile',
];

/** Lets through what is in the list and nothing else. */
export function parseMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  const { type } = value;
  const plain = PLAIN.find((each) => each === type);
  if (plain !== undefined) return { type: plain };
  if (type === 'copy' && 'what' in value) {
    const what = COPY_TARGETS.find((each) => each === value.what);
    return what && { type, what };
  }
  if (type === 'save' && 'form' in value && typeof value.form === 'string') {
    return { type, form: value.form };
  }
  if (type === 'showFile' && 'which' in value) {
    const which = (['certificate', 'privateKey'] as const).find((each) => each === value.which);
    return which && { type, which };
  }
  return undefined;
}
