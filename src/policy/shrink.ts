import { matchesPattern } from './pattern';

/** `GetObjectAcl` → Get, Object, Acl; `DescribeDBClusters` → Describe, DB, Clusters. */
const words = /[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[^A-Z]+/g;

/** Names beyond which only starts and ends of names are tried as patterns. */
const MANY = 400;

interface Candidate {
  pattern: string;
  lower: string;
  /** Numbers of the names that it was made from. */
  names: number[];
  exact?: boolean;
}

/**
 * Patterns that stand for the wanted names of a service and for no other of its names, with the
 * names that no pattern of two or more fits. Of two patterns for the same names the longer one is
 * taken: it takes in the fewest names that AWS may add. Greedy, so near the shortest list.
 * `all`: every name of the service, the wanted ones among them.
 */
export function shrinkNames(wanted: readonly string[], all: readonly string[]): string[] {
  const inside = new Set(wanted);
  if (inside.size > 1 && all.every((name) => inside.has(name))) return ['*'];
  const names = [...inside];
  const others = all.filter((name) => !inside.has(name)).map((name) => name.toLowerCase());
  const candidates = candidatesOf(names);
  const left = new Set(names.keys());
  const patterns: string[] = [];
  for (;;) {
    const best = bestOf(candidates, left, others);
    if (!best) break;
    patterns.push(best.pattern);
    names.forEach((name, i) => {
      if (matchesPattern(best.lower, name.toLowerCase())) left.delete(i);
    });
  }
  return [...patterns, ...[...left].map((i) => names[i] ?? '')].sort();
}

/** The pattern for most of the names that are left: two at least, and none of the others. */
function bestOf(
  candidates: readonly Candidate[],
  left: ReadonlySet<number>,
  others: readonly string[],
): Candidate | undefined {
  let best: Candidate | undefined;
  let gain = 1;
  for (const candidate of candidates) {
    if (candidate.names.length <= gain) break;
    const gained = candidate.names.filter((i) => left.has(i)).length;
    if (gained <= gain) continue;
    candidate.exact ??= !others.some((name) => matchesPattern(candidate.lower, name));
    if (candidate.exact) {
      best = candidate;
      gain = gained;
    }
  }
  return best;
}

/** Patterns made from the words of two names or more; those for most names first, then the longest. */
function candidatesOf(names: readonly string[]): Candidate[] {
  const found = new Map<string, Candidate>();
  names.forEach((name, number) => {
    for (const pattern of new Set(patternsOf(name, names.length <= MANY))) {
      const lower = pattern.toLowerCase();
      const known = found.get(lower);
      if (!known) found.set(lower, { pattern, lower, names: [number] });
      else if (known.names.at(-1) !== number) known.names.push(number);
    }
  });
  return [...found.values()]
    .filter((candidate) => candidate.names.length > 1)
    .sort((a, b) => b.names.length - a.names.length || b.pattern.length - a.pattern.length);
}

/** `Get*`, `*Acl`, and with `inner` also `Get*Acl` and `*Object*`. */
function* patternsOf(name: string, inner: boolean): Generator<string> {
  const starts = [...name.matchAll(words)].map(({ index }) => index);
  const cuts = [...starts, name.length];
  for (const cut of cuts.slice(1)) yield `${name.slice(0, cut)}*`;
  for (const cut of starts) yield `*${name.slice(cut)}`;
  if (!inner) return;
  for (const from of starts) {
    for (const to of cuts) {
      if (to < from) continue;
      if (from > 0 && to < name.length) yield `${name.slice(0, from)}*${name.slice(to)}`;
      if (from > 0 && to > from && to < name.length) yield `*${name.slice(from, to)}*`;
    }
  }
}
