/**
 * One measured line of docs/benchmarks.md. A file `bench/<subject>.bench.ts` exports as default an
 * async function that gives such rows; `npm run bench` runs each in a process of its own.
 */
export interface Row {
  name: string;
  /** What was measured: a median, where time is measured. */
  ours: number;
  unit: string;
  /** The same work done in another way, measured in the same run. */
  peer?: { name: string; value: number };
  /** What `ours` may be at most. */
  atMost?: number;
  /** What `ours` has to be at least. */
  atLeast?: number;
}

/** Milliseconds of each run; the first is left out, for it warms up. */
export async function median(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const started = performance.now();
    await work();
    if (run > 0) times.push(performance.now() - started);
  }
  return middle(times);
}

export function middle(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
