/**
 * Whether a text matches a pattern in which `*` stands for any text and `?` for one character.
 * Linear in practice and never exponential, unlike a regular expression made of the pattern.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesPattern(pattern: string, text: string): boolean {
  return matches(pattern, text, false);
}

/** With `starsOnly` a `*` of the text is matched by a `*` of the pattern only. */
function matches(pattern: string, text: string, starsOnly: boolean): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let retry = 0;
  while (t < text.length) {
    const code = p < pattern.length ? pattern.charCodeAt(p) : -1;
    if (code === 42) {
      star = p++;
      retry = t;
    } else if (
      code === text.charCodeAt(t) ||
      (code === 63 && !(starsOnly && text.charCodeAt(t) === 42))
    ) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++retry;
    } else {
      return false;
    }
  }
  while (pattern.charCodeAt(p) === 42) p++;
  return p === pattern.length;
}

export function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/**
 * Whether every text that matches `inner` matches `outer` too. Exact for `*` and `?`: a `*` of
 * `inner` can only be covered by one of `outer`.
 */
export function covers(outer: string, inner: string): boolean {
  if (outer === inner || outer === '*') return true;
  if (outer.length * inner.length > MAX_CELLS || !hasWildcard(outer)) return false;
  return matches(outer, inner.includes('?') ? inner.replaceAll('?', '\u0001') : inner, true);
}

/** Product of the lengths of two patterns; longer ones are taken not to cover each other. */
const MAX_CELLS = 16_000_000;

/** Pairs of places in two patterns that are looked at; more than that are taken to overlap. */
const MAX_PAIRS = 100_000;

/** Whether some text matches both patterns. For very long ones the answer is yes. */
export function overlaps(a: string, b: string): boolean {
  if (a === b || a === '*' || b === '*') return true;
  const length = Math.min(a.length, b.length);
  let start = 0;
  while (start < length && isPlain(a, start) && isPlain(b, start)) {
    if (a.charCodeAt(start) !== b.charCodeAt(start)) return false;
    start++;
  }
  const x = a.slice(start);
  const y = b.slice(start);
  if (!hasWildcard(x)) return matchesPattern(y, x);
  if (!hasWildcard(y)) return matchesPattern(x, y);
  return endsMeet(x, y) && (x.length * y.length > MAX_PAIRS || bothMatch(x, y));
}

function isPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code !== 42 && code !== 63;
}

/** Whether what follows the last wildcard of both can be the end of one text. */
function endsMeet(a: string, b: string): boolean {
  for (let i = a.length - 1, j = b.length - 1; i >= 0 && j >= 0; i--, j--) {
    if (!isPlain(a, i) || !isPlain(b, j)) return true;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) return false;
  }
  return true;
}

/** Goes through both patterns at once: row by row, the places of `b` that can be reached. */
function bothMatch(a: string, b: string): boolean {
  let row = new Uint8Array(b.length + 1);
  row[0] = 1;
  spread(row, b);
  for (let i = 0; i < a.length; i++) {
    const star = a.charCodeAt(i) === 42;
    const next = new Uint8Array(b.length + 1);
    for (let j = 0; j <= b.length; j++) {
      if (!row[j]) continue;
      if (star || b.charCodeAt(j) === 42) next[j] = 1;
      if (j < b.length && (star || meet(a, i, b, j))) next[j + 1] = 1;
    }
    spread(next, b);
    if (star) fillFrom(next);
    row = next;
  }
  return row[b.length] === 1;
}

/** A star of `b` may stand for nothing. */
function spread(row: Uint8Array, b: string): void {
  for (let j = 0; j < b.length; j++) {
    if (row[j] && b.charCodeAt(j) === 42) row[j + 1] = 1;
  }
}

/** A star of `a` may stand for all that follows. */
function fillFrom(row: Uint8Array): void {
  const first = row.indexOf(1);
  if (first >= 0) row.fill(1, first);
}

function meet(a: string, i: number, b: string, j: number): boolean {
  const x = a.charCodeAt(i);
  const y = b.charCodeAt(j);
  return x === y || x === 63 || y === 63;
}
