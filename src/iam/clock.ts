import { untilAborted } from './cancellation';

/** Time and chance, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Resolves after this many milliseconds. @throws IamError `cancelled` */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout;
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return untilAborted(waited, signal).finally(() => clearTimeout(timer));
}

export const systemClock: Clock = { now: () => Date.now(), random: () => Math.random(), sleep };
