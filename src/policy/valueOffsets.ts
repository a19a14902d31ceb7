import type { Span, StringNode } from './syntax';

/** Where the characters of a string's value stand in the document's text: an escape takes several. */
export interface ValueOffsets {
  /** Offset in the text of a character of the value; of its length: where the contents end. */
  toText(index: number): number;
  /** Number in the value of the character that holds an offset of the text. */
  toValue(offset: number): number;
}

/** A string without its quotes. */
export function contentsOf(node: StringNode): Span {
  const quote = node.quote === '' ? 0 : 1;
  const offset = node.offset + quote;
  return { offset, end: Math.max(offset, node.end - (node.closed ? quote : 0)) };
}

export function valueOffsets(text: string, node: StringNode): ValueOffsets {
  const { offset, end } = contentsOf(node);
  const { length } = node.value;
  if (end - offset === length) {
    return {
      toText: (index) => offset + Math.min(Math.max(index, 0), length),
      toValue: (at) => Math.min(Math.max(at - offset, 0), length),
    };
  }
  const starts = startsOf(text.slice(offset, end));
  return {
    toText: (index) => offset + (starts[index] ?? end - offset),
    toValue: (at) => {
      const after = starts.findIndex((start) => offset + start > at);
      return after < 0 ? Math.max(0, starts.length - 1) : Math.max(0, after - 1);
    },
  };
}

/** Where each UTF-16 code unit of the value begins in the raw contents, and after the last where they end. */
function startsOf(raw: string): number[] {
  const starts: number[] = [];
  let at = 0;
  while (at < raw.length) {
    starts.push(at);
    if (raw[at] !== '\\') at += 1;
    else at += raw[at + 1] === 'u' ? 6 : 2;
  }
  starts.push(raw.length);
  return starts;
}
