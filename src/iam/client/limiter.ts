import { untilAborted } from '../cancellation';

/** Lets a few run at once; the others wait in the order in which they came. */
export class Limiter {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly limit: number) {}

  /** Runs the work when its turn comes. @throws IamError `cancelled` while it waits */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.enter(signal);
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(signal: AbortSignal | undefined): Promise<void> {
    if (this.running < this.limit) {
      this.running++;
      return;
    }
    let wake: () => void = () => undefined;
    const turn = new Promise<void>((resolve) => {
      wake = resolve;
      this.waiting.push(wake);
    });
    try {
      await untilAborted(turn, signal);
    } catch (error) {
      const place = this.waiting.indexOf(wake);
      // No longer in the line: its turn has come, so it goes to the next.
      if (place < 0) this.leave();
      else this.waiting.splice(place, 1);
      throw error;
    }
  }

  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running--;
  }
}
