import type { Journal, JournalStore, UnfinishedRun } from './journal';
import {
  inputFromJson,
  inputToJson,
  runTitle,
  type ServiceAccountInput,
} from './serviceAccount/input';
import { serviceAccountSteps, type StepPorts } from './serviceAccount/steps';
import { Transaction } from './transaction';

export type {
  CertificateSettings,
  GroupChoice,
  PolicyChoice,
  ServiceAccountInput,
} from './serviceAccount/input';
export { certificateFiles, policyHolder, runTitle } from './serviceAccount/input';
export { planServiceAccount, type ServiceAccountPlan } from './serviceAccount/plan';
export type { StepPorts } from './serviceAccount/steps';

/** Names this transaction in a journal. */
export const SERVICE_ACCOUNT_RUN = 'createServiceAccount';

/**
 * Begins a run: its journal is on the disk when this resolves, and nothing else has happened.
 * @throws IamError `fileFault` when the journal cannot be written
 */
export async function beginServiceAccount(
  input: ServiceAccountInput,
  place: { connectionId: string; accountId: string },
  journals: JournalStore,
  ports: StepPorts,
): Promise<Transaction> {
  const journal = await journals.create({
    kind: SERVICE_ACCOUNT_RUN,
    title: runTitle(input),
    ...place,
    input: inputToJson(input),
  });
  return new Transaction(serviceAccountSteps(input, ports), journal);
}

/** The input of a run that an earlier window left; undefined when the journal is of something else. */
export function unfinishedServiceAccount(run: UnfinishedRun): ServiceAccountInput | undefined {
  return run.header.kind === SERVICE_ACCOUNT_RUN ? inputFromJson(run.header.input) : undefined;
}

/** Takes up a run that was claimed. */
export function resumeServiceAccount(
  input: ServiceAccountInput,
  claimed: { journal: Journal; run: UnfinishedRun },
  ports: StepPorts,
): Transaction {
  return new Transaction(serviceAccountSteps(input, ports), claimed.journal, claimed.run.records);
}
