import * as vscode from 'vscode';

/** Runs work under a progress message whose Cancel button aborts the signal. */
export async function cancellable<T>(
  title: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (_, token) => {
      const stopping = new AbortController();
      token.onCancellationRequested(() => stopping.abort());
      return work(stopping.signal);
    },
  );
}
