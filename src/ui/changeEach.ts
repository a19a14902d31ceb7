import * as vscode from 'vscode';
import { partlyDone } from './partlyDone';

/** From this many on it takes long enough to be shown, with a way to stop. */
const SHOWN_FROM = 4;

/**
 * Makes one change after the other and gives what was changed: all items, or those before Cancel.
 * Rejects at the first failure with an error that says how far it came.
 */
export async function changeEach<T>(
  title: string,
  items: readonly T[],
  change: (item: T) => Promise<void>,
): Promise<T[]> {
  if (items.length < SHOWN_FROM) return inTurn(items, change, () => true);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (progress, token) =>
      inTurn(items, change, (done) => {
        const increment = done === 0 ? 0 : 100 / items.length;
        progress.report({ message: `${done + 1} of ${items.length}`, increment });
        return !token.isCancellationRequested;
      }),
  );
}

async function inTurn<T>(
  items: readonly T[],
  change: (item: T) => Promise<void>,
  goesOn: (done: number) => boolean,
): Promise<T[]> {
  const done: T[] = [];
  for (const item of items) {
    if (!goesOn(done.length)) break;
    try {
      await change(item);
    } catch (error) {
      throw partlyDone(error, done.length, items.length);
    }
    done.push(item);
  }
  return done;
}
