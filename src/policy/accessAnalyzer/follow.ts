import type { Span } from '../syntax';

/** One replacement in a text, by offsets of the text before it. */
export interface TextChange {
  offset: number;
  /** Characters taken out. */
  removed: number;
  /** Characters put in. */
  inserted: number;
}

/**
 * Where a span is after changes of one text; undefined when one of them was in it. What is typed
 * right before or behind it leaves it as it is.
 */
export function followChanges(span: Span, changes: readonly TextChange[]): Span | undefined {
  let shift = 0;
  for (const { offset, removed, inserted } of changes) {
    const end = offset + removed;
    if (end <= span.offset) shift += inserted - removed;
    else if (offset < span.end) return undefined;
  }
  return { offset: span.offset + shift, end: span.end + shift };
}
