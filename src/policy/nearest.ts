/**
 * Edits (insert, delete, replace, swap of neighbours) between two texts, or `limit + 1` when there
 * are more than `limit`. Without regard to case.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const x = a.toLowerCase();
  const y = b.toLowerCase();
  if (Math.abs(x.length - y.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: y.length + 1 }, (_, j) => j);
  for (let i = 1; i <= x.length; i++) {
    const row = [i];
    for (let j = 1; j <= y.length; j++) {
      const same = x[i - 1] === y[j - 1];
      let best = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[y.length] ?? limit + 1;
}

export interface Near {
  name: string;
  distance: number;
}

/** The nearest of the names within `limit` edits (default: a third of the length, three at most). */
export function nearest(
  text: string,
  names: Iterable<string>,
  limit = Math.min(3, Math.max(1, Math.floor(text.length / 3))),
): Near | undefined {
  let best: Near | undefined;
  for (const name of names) {
    const distance = editDistance(text, name, best ? best.distance - 1 : limit);
    if (distance <= (best ? best.distance - 1 : limit)) best = { name, distance };
    if (best?.distance === 0) break;
  }
  return best;
}
