import { IamError } from './errors';

/** Time and chance, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Resolves after this many milliseconds. @throws IamError `cancelled` */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

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

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout;
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return untilAborted(waited, signal).finally(() => clearTimeout(timer));
}

export const systemClock: Clock = { now: () => Date.now(), random: () => Math.random(), sleep };
