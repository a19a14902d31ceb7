import type { Account } from './account';
import { partsFromJson, partsToJson, type RemovedParts } from './deletion/removedParts';
import { deletionSteps } from './deletion/steps';
import type { Journal, JournalStore, UnfinishedRun } from './journal';
import { Transaction } from './transaction';

export { deletionChecklist } from './deletion/checklist';
export type { RemovedParts } from './deletion/removedParts';

/** Names these transactions in a journal. */
export const DELETION_RUN = 'delete';

/** Begins the deletion of a user or group with everything that goes with it. */
export async function beginDeletion(
  parts: RemovedParts,
  place: { connectionId: string; accountId: string },
  journals: JournalStore,
  account: Account,
): Promise<Transaction> {
  const journal = await journals.create({
    kind: DELETION_RUN,
    title: `Delete ${parts.kind} ${parts.name}`,
    ...place,
    input: partsToJson(parts),
  });
  return new Transaction(deletionSteps(parts, account), journal);
}

/** What a run that an earlier window left was about to delete; undefined for other runs. */
export function unfinishedDeletion(run: UnfinishedRun): RemovedParts | undefined {
  return run.header.kind === DELETION_RUN ? partsFromJson(run.header.input) : undefined;
}

/** Takes up a run that was claimed. */
export function resumeDeletion(
  parts: RemovedParts,
  claimed: { journal: Journal; run: UnfinishedRun },
  account: Account,
): Transaction {
  return new Transaction(deletionSteps(parts, account), claimed.journal, claimed.run.records);
}

/** The document that is kept of what was removed. */
export function removedDocument(parts: RemovedParts): string {
  const { kind, ...rest } = parts;
  return `${JSON.stringify({ removed: kind, ...rest }, undefined, 2)}\n`;
}
