/**
 * Policy variables: `${key}` and `${key, 'default'}`, with the escapes `${*}`, `${?}` and `${$}`.
 * See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export interface Variable {
  /** In the text, with `${` and `}`. */
  offset: number;
  end: number;
  /** Before the comma, as written. */
  name: string;
  /** After the comma, as written; undefined without one. */
  fallback?: string;
  closed: boolean;
}

/** Every variable of a text, the escapes left out. */
export function variablesOf(text: string): Variable[] {
  const found: Variable[] = [];
  let close = 0;
  for (let open = text.indexOf('${'), next: number; open >= 0; open = next) {
    // Searched on from where it was found last, so that the text is read once.
    if (close >= 0 && close <= open) close = text.indexOf('}', open);
    next = text.indexOf('${', open + 2);
    const closed = close >= 0 && (next < 0 || close < next);
    const end = closed ? close + 1 : next < 0 ? text.length : next;
    const inner = text.slice(open + 2, closed ? close : end);
    if (closed && (inner === '*' || inner === '?' || inner === '$')) continue;
    const comma = inner.indexOf(',');
    found.push({
      offset: open,
      end,
      name: comma < 0 ? inner : inner.slice(0, comma),
      ...(comma < 0 ? {} : { fallback: inner.slice(comma + 1) }),
      closed,
    });
  }
  return found;
}

export function hasVariable(text: string): boolean {
  return text.includes('${') && variablesOf(text).length > 0;
}

/** Whether `*` or `?` stand in a text other than as an escape or within a variable, which may lack its brace. */
export function hasPlainWildcard(text: string): boolean {
  if (!text.includes('*') && !text.includes('?')) return false;
  return !text.includes('${') || /[*?]/.test(text.replace(/\$\{[^}]*\}?/g, ''));
}
