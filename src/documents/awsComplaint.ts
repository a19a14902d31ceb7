/** A half-open range of offsets in a text. */
export interface Span {
  start: number;
  end: number;
}

/** What IAM's messages quote without marks: ARNs, and action or vendor names. */
const ARN = /arn:[^\s"]+/g;
const QUOTED = /["'`]([^"'`\s]{2,})["'`]/g;
const AFTER_NOUN =
  /\b(?:Resource|Partition|Vendor|Action|Condition|Principal|Sid)\s+"?([^\s"]{2,})"?/gi;
const FIELD = /\b(?:field|element|policy document must be)\s+"?([A-Za-z]+)"?/i;

/** Candidates in the order of how surely they name the place. */
function namedIn(message: string): string[] {
  const names = [
    ...[...message.matchAll(ARN)].map(([arn]) => arn),
    ...[...message.matchAll(QUOTED)].map(([, name]) => name ?? ''),
    ...[...message.matchAll(AFTER_NOUN)].map(([, name]) => name ?? ''),
  ];
  const field = FIELD.exec(message)?.[1];
  if (field !== undefined) names.push(field === 'version' ? 'Version' : field);
  return names.map((name) => name.replace(/[.,;:]+$/, '')).filter((name) => name.length > 1);
}

/**
 * Finds what AWS complains about in the text that it refused. AWS gives no position: its message
 * names a value or an element, and the first place that holds it is taken. Without a match the
 * document's first line is the place.
 */
export function placeOfComplaint(message: string, text: string): Span {
  for (const name of namedIn(message)) {
    const quoted = text.indexOf(JSON.stringify(name));
    if (quoted >= 0) return { start: quoted, end: quoted + name.length + 2 };
    const bare = text.indexOf(name);
    if (bare >= 0) return { start: bare, end: bare + name.length };
  }
  const lineEnd = text.search(/\r?\n/);
  return { start: 0, end: lineEnd < 0 ? text.length : lineEnd };
}
