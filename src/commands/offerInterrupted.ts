import * as vscode from 'vscode';
import { journalStore } from '../ui/journalStore';
import type { Services } from '../services';

const LOOK = 'Finish or Undo…';

/** At the start: says that runs were interrupted, and offers to take them up. Says nothing otherwise. */
export async function offerInterrupted({ context, prompts, log }: Services): Promise<void> {
  const { runs, damaged } = await journalStore(context).unfinished();
  for (const { file } of damaged) log.warn(`A journal cannot be read: ${file}`);
  const [first] = runs;
  if (!first) return;
  const message =
    runs.length === 1
      ? `“${first.header.title}” was interrupted.`
      : `${runs.length} runs were interrupted, the first: “${first.header.title}”.`;
  if ((await prompts.warn(message, LOOK)) !== LOOK) return;
  await vscode.commands.executeCommand('iamWorkbench.finishInterrupted');
}
