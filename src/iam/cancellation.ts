import { IamError } from './errors';

export function cancelled(operation?: string): IamError {
  return new IamError('cancelled', 'Cancelled.', { operation });
}

/** @throws IamError `cancelled` when the signal says so. */
export function throwIfCancelled(signal: AbortSignal | undefined, operation?: string): void {
  if (signal?.aborted) throw cancelled(operation);
}

/** Settles as `work` does, or rejects as soon as the signal is aborted. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(cancelled());
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** Runs work under a signal that is aborted as soon as one of these is. */
export async function underSignals<T>(
  signals: readonly (AbortSignal | undefined)[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const any = new AbortController();
  const stop = (): void => any.abort();
  for (const signal of signals) {
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  }
  try {
    throwIfCancelled(any.signal);
    return await work(any.signal);
  } finally {
    for (const signal of signals) signal?.removeEventListener('abort', stop);
  }
}
