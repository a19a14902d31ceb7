import { IamError } from './errors';

/** Waits; rejects with reason `cancelled` when the signal is aborted. Milliseconds. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** IAM shows what was just made after seconds: looked for at once, and after each of these, in ms. */
const DELAYS = [1_000, 2_000, 4_000];

export const wait: Wait = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new IamError('cancelled', 'Cancelled.'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });

/** Looks for something until it is seen or the patience is used up; undefined when not seen. */
export async function lookAgain<T>(
  look: () => Promise<T | undefined>,
  signal: AbortSignal,
  pause: Wait = wait,
): Promise<T | undefined> {
  for (const delay of [0, ...DELAYS]) {
    if (delay > 0) await pause(delay, signal);
    const seen = await look();
    if (seen !== undefined) return seen;
  }
  return undefined;
}
