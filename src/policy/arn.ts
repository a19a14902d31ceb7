/** Parts of `arn:partition:service:region:account:resource`; any of them may hold wildcards. */
export interface Arn {
  partition: string;
  service: string;
  region: string;
  account: string;
  resource: string;
}

/**
 * Undefined when the text has fewer than six parts or does not begin with `arn:`. Colons of policy
 * variables do not count: `${aws:username}` is in one part.
 */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const ends = [3];
  while (ends.length < 5) {
    const end = nextColon(text, (ends.at(-1) ?? 0) + 1);
    if (end < 0) return undefined;
    ends.push(end);
  }
  const part = (i: number) => text.slice((ends[i] ?? 0) + 1, ends[i + 1]);
  return {
    partition: part(0),
    service: part(1),
    region: part(2),
    account: part(3),
    resource: text.slice((ends[4] ?? 0) + 1),
  };
}

function nextColon(text: string, from: number): number {
  let colon = text.indexOf(':', from);
  for (let open = text.indexOf('${', from); open >= 0 && open < colon;) {
    const close = text.indexOf('}', open);
    if (close < 0) break;
    if (close > colon) colon = text.indexOf(':', close);
    open = text.indexOf('${', close);
  }
  return colon;
}
