import { applyEdits, type TextEdit } from './finding';

/** A part of the text as it was, or a text that came in. */
type Piece = { from: number; to: number } | { text: string };

const lengthOf = (piece: Piece) => ('text' in piece ? piece.text.length : piece.to - piece.from);

/** A text while it is edited several times, and what became of it as edits of the first text. */
export class Patch {
  private pieces: Piece[];
  private now: string;

  constructor(private readonly original: string) {
    this.now = original;
    this.pieces = [{ from: 0, to: original.length }];
  }

  /** The text after all edits so far. */
  get text(): string {
    return this.now;
  }

  /** Offsets are of {@link text}. Edits that overlap an earlier one are left out, as in applyEdits. */
  apply(edits: readonly TextEdit[]): void {
    this.now = applyEdits(this.now, edits);
    const ordered = [...edits].sort((a, b) => a.offset - b.offset || a.end - b.end);
    let end = 0;
    const kept = ordered.filter((edit) => {
      if (edit.offset < end) return false;
      ({ end } = edit);
      return true;
    });
    for (const edit of kept.reverse()) this.replace(edit);
  }

  /** One list of edits of the original text that gives {@link text}. */
  edits(): TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let text = '';
    for (const piece of [
      ...this.pieces,
      { from: this.original.length, to: this.original.length },
    ]) {
      if ('text' in piece) {
        text += piece.text;
        continue;
      }
      if (piece.from > at || text !== '') edits.push({ offset: at, end: piece.from, text });
      at = piece.to;
      text = '';
    }
    return edits;
  }

  private replace({ offset, end, text }: TextEdit): void {
    const before = this.split(offset);
    const after = this.split(end);
    this.pieces.splice(before, after - before, ...(text === '' ? [] : [{ text }]));
  }

  /** Number of the piece that begins at an offset of the text; one is cut in two where none does. */
  private split(offset: number): number {
    let at = 0;
    for (const [i, piece] of this.pieces.entries()) {
      const length = lengthOf(piece);
      if (offset <= at) return i;
      if (offset < at + length) {
        this.pieces.splice(i, 1, ...cut(piece, offset - at));
        return i + 1;
      }
      at += length;
    }
    return this.pieces.length;
  }
}

function cut(piece: Piece, length: number): Piece[] {
  if ('text' in piece)
    return [{ text: piece.text.slice(0, length) }, { text: piece.text.slice(length) }];
  const middle = piece.from + length;
  return [
    { from: piece.from, to: middle },
    { from: middle, to: piece.to },
  ];
}
