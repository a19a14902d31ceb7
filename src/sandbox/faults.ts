import type { Fault } from './sandbox';

/** The faults that wait for their call. */
export class Faults {
  private waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.waiting = [];
  }

  /** The effect that hits this call, if any: the fault that was added first. */
  take(operation: string): Fault['effect'] | undefined {
    const entry = this.waiting.find(
      ({ fault }) => fault.operation === undefined || fault.operation === operation,
    );
    if (!entry) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.waiting = this.waiting.filter((other) => other !== entry);
    return entry.fault.effect;
  }
}

/** The error of Node's HTTP client for a connection that breaks before the answer. */
export function connectionLost(): Error {
  return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}

const EFFECTS = new Set(['error', 'lostBefore', 'lostAfter', 'html', 'delay']);

/** Reads a fault from JSON text; throws an Error that says what is wrong with it. */
export function parseFault(text: string): Fault {
  const value = JSON.parse(text) as Partial<Fault> | null;
  const effect = value?.effect;
  if (!effect || !EFFECTS.has(effect.kind)) {
    throw new Error(`A fault has an effect whose kind is one of ${[...EFFECTS].join(', ')}.`);
  }
  if (effect.kind === 'error' && !(effect.status >= 400 && effect.code && effect.message)) {
    throw new Error('An effect of kind error has a status, a code and a message.');
  }
  if (effect.kind === 'delay' && !(effect.milliseconds >= 0)) {
    throw new Error('An effect of kind delay has milliseconds.');
  }
  return { operation: value.operation, times: value.times, effect };
}
