import * as vscode from 'vscode';
import { removedDocument, type RemovedParts } from '../iam/deletion';
import type { Transaction } from '../iam/transaction';
import type { Progress } from '../iam/transactionStep';
import type { Services } from '../services';

const RETRY = 'Retry';
const UNDO = 'Undo What Can Be Undone';
const KEEP = 'Keep What Is There';
const SHOW_REMOVED = 'Show What Was Removed';

/** Runs a deletion to its end, asks after each failure, and offers what was removed as a document. */
export async function runDeletion(
  { prompts }: Pick<Services, 'prompts'>,
  transaction: Transaction,
  parts: RemovedParts,
): Promise<void> {
  let undoing = false;
  for (;;) {
    const progress = await withProgress(transaction, parts, undoing);
    if (progress.state === 'done') return finish(prompts, transaction, parts);
    if (progress.state === 'undone') {
      await prompts.inform(`Put back what was taken from ${parts.kind} ${parts.name}.`);
      return;
    }
    const answer = await prompts.confirm({
      message: headline(progress, parts),
      detail: details(progress, transaction),
      actions: transaction.hasMade() ? [RETRY, UNDO, KEEP] : [RETRY, KEEP],
    });
    if (answer === KEEP) return transaction.keep();
    // Without a choice it is offered again at the next start.
    if (answer === undefined) return transaction.release();
    undoing = answer === UNDO;
  }
}

async function withProgress(
  transaction: Transaction,
  { kind, name }: RemovedParts,
  undoing: boolean,
): Promise<Progress> {
  const title = undoing ? `Putting back ${kind} ${name}` : `Deleting ${kind} ${name}`;
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (report, token) => {
      const stopping = new AbortController();
      token.onCancellationRequested(() => stopping.abort());
      const following = transaction.onDidProgress(({ steps }) => {
        const now = steps.find(({ state }) => state === 'running' || state === 'undoing');
        if (now) report.report({ message: now.title });
      });
      try {
        return await (undoing
          ? transaction.undo(stopping.signal)
          : transaction.run(stopping.signal));
      } finally {
        following.dispose();
      }
    },
  );
}

async function finish(
  prompts: Services['prompts'],
  transaction: Transaction,
  parts: RemovedParts,
): Promise<void> {
  await transaction.keep();
  const answer = await prompts.inform(`Deleted ${parts.kind} ${parts.name}.`, SHOW_REMOVED);
  if (answer !== SHOW_REMOVED) return;
  const content = removedDocument(parts);
  const document = await vscode.workspace.openTextDocument({ language: 'json', content });
  await vscode.window.showTextDocument(document);
}

function headline({ state, failures }: Progress, { kind, name }: RemovedParts): string {
  if (state === 'cancelled') return `Deleting ${kind} ${name} was stopped.`;
  return `Deleting ${kind} ${name} failed at: ${failures[0]?.title ?? 'an unknown step'}.`;
}

function details({ steps, failures }: Progress, transaction: Transaction): string {
  const done = steps.filter(({ state }) => state === 'done').map(({ title }) => `• ${title}`);
  const lines = failures.map(({ message, advice }) => `${message} ${advice ?? ''}`.trim());
  if (done.length > 0) lines.push('Done so far:', ...done);
  if (transaction.progress().steps.some((step) => step.irreversible && step.state === 'done')) {
    lines.push('Deleted keys, certificates and passwords cannot be brought back.');
  }
  return lines.join('\n');
}
