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
  return outer === inner || outer === '*' || matches(outer, inner.replaceAll('?', '\u0001'), true);
}

/** Whether some text matches both patterns. */
export function overlaps(a: string, b: string): boolean {
  if (!hasWildcard(a)) return matchesPattern(b, a);
  if (!hasWildcard(b)) return matchesPattern(a, b);
  const literal = Math.min(literalLength(a), literalLength(b));
  if (a.slice(0, literal) !== b.slice(0, literal)) return false;
  return searchOverlap(a.slice(literal), b.slice(literal));
}

function literalLength(pattern: string): number {
  const wildcard = pattern.search(/[*?]/);
  return wildcard < 0 ? pattern.length : wildcard;
}

function searchOverlap(a: string, b: string): boolean {
  const seen = new Set<number>();
  const width = b.length + 1;
  const open: [number, number][] = [[0, 0]];
  for (let at = open.pop(); at; at = open.pop()) {
    const [i, j] = at;
    if (seen.has(i * width + j)) continue;
    seen.add(i * width + j);
    if (i === a.length && j === b.length) return true;
    const x = a[i];
    const y = b[j];
    if (x === '*') open.push([i + 1, j]);
    if (y === '*') open.push([i, j + 1]);
    if (x === undefined || y === undefined) continue;
    if (x === '*') open.push([i, j + 1]);
    else if (y === '*') open.push([i + 1, j]);
    else if (x === y || x === '?' || y === '?') open.push([i + 1, j + 1]);
  }
  return false;
}
