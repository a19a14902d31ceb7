import { handoverForms, type Handover } from '../../iam/handover';
import {
  runTitle,
  type ServiceAccountInput,
  type ServiceAccountPlan,
} from '../../iam/serviceAccount';
import type { Progress } from '../../iam/transactionStep';
import type { HandoverState, PolicyState, ReviewState, RunChoice, RunState } from './state';

/** Where all this happens, for people. */
export interface PlaceText {
  /** "Practice account · 1111-2222-3333" */
  account: string;
}

export function reviewState(
  plan: ServiceAccountPlan,
  policy: PolicyState | undefined,
  { account }: PlaceText,
  { readOnly, canChange }: { readOnly: boolean; canChange: boolean },
): ReviewState {
  const problems = readOnly
    ? [...plan.problems, 'This connection is read-only. Turn that off in the settings first.']
    : plan.problems;
  return {
    page: 'review',
    title: plan.title,
    account,
    canCreate: problems.length === 0,
    canChange,
    problems,
    steps: plan.steps.map(({ title, call }) => ({ title, ...call })),
    policy,
    existing: plan.existing,
    quotas: plan.quotas,
    commands: plan.commands,
  };
}

export function runState(
  input: ServiceAccountInput,
  progress: Progress,
  hasMade: boolean,
  { account }: PlaceText,
): RunState {
  const made = progress.steps
    .filter(({ state, makes }) => makes && (state === 'done' || state === 'unusable'))
    .map(({ title, state }) => (state === 'done' ? title : `${title} (of no use)`));
  return {
    page: 'run',
    title: runTitle(input),
    account,
    progress,
    choices: choices(progress, hasMade),
    made,
  };
}

function choices({ state }: Progress, hasMade: boolean): RunChoice[] {
  switch (state) {
    case 'running':
    case 'undoing':
      return ['stop'];
    case 'ready':
    case 'failed':
    case 'cancelled':
      return hasMade ? ['retry', 'undo', 'keep'] : ['retry', 'keep'];
    case 'undoFailed':
      return ['undo', 'keep'];
    case 'undone':
    case 'kept':
    case 'done':
      return ['close'];
  }
}

export function handoverState(
  input: ServiceAccountInput,
  handover: Handover,
  secretIsSafe: boolean,
  { account }: PlaceText,
): HandoverState {
  const { accessKey, certificate, accountId, userName } = handover;
  return {
    page: 'handover',
    title: input.userExists === true ? `Access key of ${userName}` : `Service account ${userName}`,
    account,
    userName,
    accountId,
    accountIdWithDashes: withDashes(accountId),
    accessKeyId: accessKey?.id,
    secretIsSafe,
    certificateId: certificate?.id,
    certificateFile: certificate?.certificateFile,
    privateKeyFile: certificate?.keyFile,
    forms: accessKey
      ? handoverForms.map(({ id, label, detail }) => ({
          id,
          label,
          detail,
          preferred: id === input.handoverForm,
        }))
      : [],
  };
}

/** As the console shows it, and as people read it out. */
export function withDashes(accountId: string): string {
  return accountId.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3');
}
