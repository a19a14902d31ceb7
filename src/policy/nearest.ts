/**
 * Edits (insert, delete, replace, swap of neighbours) between two texts, or `limit + 1` when there
 * are more than `limit`. Without regard to case.
 */
export function editDistance(a: string, b: string, limit: number): number {
  return distance(a.toLowerCase(), b.toLowerCase(), limit);
}

/** Three rows of the table are enough; only cells near the diagonal can be within the limit. */
function distance(x: string, y: string, limit: number): number {
  const over = limit + 1;
  if (Math.abs(x.length - y.length) > limit) return over;
  let before: number[] = [];
  let last = Array.from({ length: y.length + 1 }, (_, j) => j);
  for (let i = 1; i <= x.length; i++) {
    const row = new Array<number>(y.length + 1).fill(over);
    if (i <= limit) row[0] = i;
    const end = Math.min(y.length, i + limit);
    let least = row[0] ?? over;
    for (let j = Math.max(1, i - limit); j <= end; j++) {
      const cell = cellOf(x, y, i, j, [before, last, row], over);
      row[j] = cell;
      if (cell < least) least = cell;
    }
    if (least > limit) return over;
    before = last;
    last = row;
  }
  return Math.min(last[y.length] ?? over, over);
}

function cellOf(
  x: string,
  y: string,
  i: number,
  j: number,
  [before, last, row]: [number[], number[], number[]],
  over: number,
): number {
  const same = x.charCodeAt(i - 1) === y.charCodeAt(j - 1);
  const step = Math.min(last[j] ?? over, row[j - 1] ?? over) + 1;
  const best = Math.min(step, (last[j - 1] ?? over) + (same ? 0 : 1));
  const swapped =
    i > 1 &&
    j > 1 &&
    x.charCodeAt(i - 1) === y.charCodeAt(j - 2) &&
    x.charCodeAt(i - 2) === y.charCodeAt(j - 1);
  return swapped ? Math.min(best, (before[j - 2] ?? over) + 1) : best;
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
  const lower = text.toLowerCase();
  let best: Near | undefined;
  for (const name of names) {
    const within = best ? best.distance - 1 : limit;
    if (Math.abs(name.length - text.length) > within) continue;
    const edits = distance(lower, name.toLowerCase(), within);
    if (edits <= within) best = { name, distance: edits };
    if (best?.distance === 0) break;
  }
  return best;
}
