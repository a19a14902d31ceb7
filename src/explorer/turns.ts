/**
 * Runs small pieces of work in the order they come, a batch for each turn of the event loop, so that
 * thousands of them do not keep everything else waiting.
 */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private scheduled = false;

  constructor(private readonly batch: number) {}

  run<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      for (const piece of this.waiting.splice(0, this.batch)) piece();
      if (this.waiting.length > 0) this.schedule();
    });
  }
}
