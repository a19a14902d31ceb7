/** Both from 0; characters are UTF-16 code units, as editors and LSP count them. */
export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

/** Offsets as lines and characters. A line ends with LF, CR or CR LF. */
export class Lines {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (const { index, 0: ending } of text.matchAll(/\r\n|\r|\n/g)) {
      this.starts.push(index + ending.length);
    }
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.starts[low] ?? 0) };
  }

  /** Offset of a line's first character; undefined where there is no such line. */
  startOf(line: number): number | undefined {
    return this.starts[line];
  }

  rangeOf(span: { offset: number; end: number }): Range {
    return { start: this.positionAt(span.offset), end: this.positionAt(span.end) };
  }
}
