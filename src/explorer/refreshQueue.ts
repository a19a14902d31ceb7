/**
 * Gathers ids of nodes to draw again and hands them on together, for pages and changes come in
 * bursts. `all` stands for the whole tree.
 */
export class RefreshQueue {
  private pending: Set<string> | 'all' = new Set();
  private timer: NodeJS.Timeout | undefined;
  private due = Infinity;

  constructor(private readonly flush: (ids: ReadonlySet<string> | 'all') => void) {}

  /** @param delay milliseconds; an earlier time that was asked for before stays. */
  add(ids: readonly string[] | 'all', delay: number): void {
    if (ids === 'all') this.pending = 'all';
    else if (this.pending !== 'all') for (const id of ids) this.pending.add(id);
    const due = performance.now() + delay;
    if (due >= this.due) return;
    this.due = due;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), delay);
  }

  /** Hands on what is waiting, if anything is. */
  now(): void {
    if (this.due === Infinity) return;
    clearTimeout(this.timer);
    this.run();
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private run(): void {
    const { pending } = this;
    this.pending = new Set();
    this.due = Infinity;
    this.flush(pending);
  }
}
