import { Lines } from '../lines';
import type { Span } from '../syntax';
import type { WirePosition, WireSpan } from './model';

/** Characters, counted in each way that a service may count them. */
const units = ['utf16', 'codePoints', 'utf8'] as const;
type Unit = (typeof units)[number];

/**
 * Offsets of a text as Access Analyzer's positions and back. AWS documents from where line, column
 * and offset count, not whether characters or bytes are counted; so the way in which line, column
 * and offset of both ends agree is taken.
 * @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Position.html
 */
export class Positions {
  private readonly lines: Lines;
  private readonly ascii: boolean;
  private readonly tables = new Map<Unit, Uint32Array>();

  constructor(private readonly text: string) {
    this.lines = new Lines(text);
    this.ascii = !/[^\0-\x7f]/.test(text);
  }

  toWire(offset: number): WirePosition {
    const { line, character } = this.lines.positionAt(offset);
    return { line: line + 1, column: character, offset };
  }

  /** Undefined for a span that is nowhere in the text. */
  fromWire({ start, end }: WireSpan): Span | undefined {
    for (const unit of units) {
      const span = ordered(this.inUnit(unit, start), this.inUnit(unit, end));
      if (span) return span;
    }
    return ordered(this.byLine(start), this.byLine(end));
  }

  /** Where line, column and offset, counted in a unit, agree on one place. */
  private inUnit(unit: Unit, position: WirePosition): number | undefined {
    const offset = this.inText(unit, position.offset);
    return offset !== undefined && this.agrees(unit, offset, position) ? offset : undefined;
  }

  /** The UTF-16 offset at which so many units have gone by. */
  private inText(unit: Unit, count: number): number | undefined {
    if (!Number.isInteger(count) || count < 0) return undefined;
    if (this.ascii) return count <= this.text.length ? count : undefined;
    const table = this.tableOf(unit);
    let low = 0;
    let high = table.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((table[middle] ?? 0) < count) low = middle + 1;
      else high = middle;
    }
    return table[low] === count ? low : undefined;
  }

  private agrees(unit: Unit, offset: number, { line, column }: WirePosition): boolean {
    const at = this.lines.positionAt(offset);
    const inLineEnd = this.text[offset] === '\n' && this.text[offset - 1] === '\r';
    if (at.line !== line - 1 || inLineEnd) return false;
    if (this.ascii) return at.character === column;
    const table = this.tableOf(unit);
    return (table[offset] ?? 0) - (table[offset - at.character] ?? 0) === column;
  }

  /** Where the three do not agree: the column in its line, as far as that goes. */
  private byLine({ line, column }: WirePosition): number | undefined {
    const start = this.lines.startOf(line - 1);
    if (start === undefined || !(column >= 0)) return undefined;
    const next = this.lines.startOf(line) ?? this.text.length + 1;
    return Math.min(start + Math.trunc(column), next - 1);
  }

  /** Units before each UTF-16 offset. */
  private tableOf(unit: Unit): Uint32Array {
    const known = this.tables.get(unit);
    if (known) return known;
    const table = new Uint32Array(this.text.length + 1);
    let count = 0;
    for (let at = 0; at < this.text.length; at++) {
      const code = this.text.codePointAt(at) ?? 0;
      // The middle of a surrogate pair is no place of its own.
      if (code > 0xffff) table[++at] = count;
      count += sizeIn(unit, code);
      table[at + 1] = count;
    }
    this.tables.set(unit, table);
    return table;
  }
}

function ordered(offset: number | undefined, end: number | undefined): Span | undefined {
  if (offset === undefined || end === undefined || end < offset) return undefined;
  return { offset, end };
}

function sizeIn(unit: Unit, code: number): number {
  if (unit === 'codePoints') return 1;
  if (unit === 'utf16') return code > 0xffff ? 2 : 1;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
