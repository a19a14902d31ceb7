import type { Span, SyntaxProblem, SyntaxProblemKind } from './syntax';

export interface Token extends Span {
  type: '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'number' | 'boolean' | 'null' | 'end';
  /** Of strings with escapes resolved, of the others as written. */
  value: string;
  quote: '"' | "'" | '';
  closed: boolean;
}

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** A word that misses its quotes: a key ends at a colon, a value such as s3:GetObject does not. */
const words = { key: /[^\s,:[\]{}"]+/y, value: /[^\s,[\]{}"]+/y };
/** The inside of a string up to a quote, an escape, a control character or the end of the line. */
const plainString = /[^"\\\u0000-\u001f]*/y;
/** In a string that is never closed, what still belongs to it: the rest of the line is other text. */
const openString = /"(?:\\.|[^\s,[\]{}"\\])*/y;
const singleQuoted = /'(?:\\.|[^'\\\r\n])*'?/y;
const space = /\s*/y;

/**
 * Tokens of JSON, and of what people write for JSON while they type. jsonc-parser's scanner ends a
 * word without quotes at the first colon, which would tear s3:GetObject apart.
 */
export class Lexer {
  readonly problems: SyntaxProblem[] = [];
  readonly comments: Span[] = [];
  private at = 0;

  constructor(private readonly text: string) {
    if (text.startsWith('\ufeff')) {
      this.problem('byteOrderMark', 0, 1);
      this.at = 1;
    }
  }

  problem(kind: SyntaxProblemKind, offset: number, end: number): void {
    this.problems.push({ kind, offset, end });
  }

  /** Reads on from `offset` and forgets the problems of what is read again. */
  moveTo(offset: number): void {
    this.at = offset;
    while ((this.problems.at(-1)?.offset ?? -1) >= offset) this.problems.pop();
  }

  colonFollows(offset: number): boolean {
    return this.text[this.match(space, offset)] === ':';
  }

  next(position: 'key' | 'value'): Token {
    this.skipTrivia();
    const offset = this.at;
    const char = this.text[offset];
    switch (char) {
      case undefined:
        return simple('end', offset, offset);
      case '{':
      case '}':
      case '[':
      case ']':
      case ',':
      case ':':
        this.at = offset + 1;
        return simple(char, offset, this.at);
      case '"':
        return this.string(offset);
      case "'":
        return this.singleQuotes(offset);
      default:
        return this.word(offset, position);
    }
  }

  private skipTrivia(): void {
    for (;;) {
      this.skipSpace();
      if (this.text[this.at] !== '/') return;
      const end = this.commentEnd();
      if (end < 0) return;
      this.comments.push({ offset: this.at, end });
      this.problem('comment', this.at, end);
      this.at = end;
    }
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === 32 || code === 10 || code === 13 || code === 9) this.at++;
      else if (code > 127 && /\s/.test(this.text.charAt(this.at))) {
        this.problem('invalidCharacter', this.at, ++this.at);
      } else return;
    }
  }

  private commentEnd(): number {
    const next = this.text[this.at + 1];
    if (next !== '/' && next !== '*') return -1;
    const end =
      next === '/' ? this.text.indexOf('\n', this.at) : this.text.indexOf('*/', this.at + 2);
    if (end < 0) return this.text.length;
    return next === '/' ? end : end + 2;
  }

  private string(offset: number): Token {
    let escaped = false;
    let stop = offset + 1;
    for (;;) {
      stop = this.match(plainString, stop);
      const code = this.text.charCodeAt(stop);
      if (code === 34) break;
      if (code === 92) {
        escaped = true;
        stop += this.text.charCodeAt(stop + 1) < 32 ? 1 : 2;
      } else if (code === 9) {
        this.problem('invalidCharacter', stop, ++stop);
      } else {
        return this.unclosedString(offset);
      }
    }
    this.at = stop + 1;
    const raw = this.text.slice(offset + 1, stop);
    return quoted(escaped ? this.unescape(raw, offset) : raw, offset, this.at, '"', true);
  }

  private unescape(raw: string, offset: number): string {
    try {
      return JSON.parse(`"${raw.replace(/\t/g, '\\t')}"`) as string;
    } catch {
      this.problem('invalidEscape', offset, this.at);
      return raw;
    }
  }

  private unclosedString(offset: number): Token {
    this.at = this.match(openString, offset);
    this.problem('unterminatedString', offset, this.at);
    return quoted(this.text.slice(offset + 1, this.at), offset, this.at, '"', false);
  }

  private singleQuotes(offset: number): Token {
    const end = (this.at = this.match(singleQuoted, offset));
    const closed = end > offset + 1 && this.text[end - 1] === "'";
    this.problem('singleQuotes', offset, end);
    return quoted(this.text.slice(offset + 1, closed ? end - 1 : end), offset, end, "'", closed);
  }

  private word(offset: number, position: 'key' | 'value'): Token {
    const end = (this.at = Math.max(this.match(words[position], offset), offset + 1));
    const value = this.text.slice(offset, end);
    if (position === 'value') {
      if (value === 'true' || value === 'false') return simple('boolean', offset, end, value);
      if (value === 'null') return simple('null', offset, end, value);
      if (number.test(value)) return simple('number', offset, end, value);
    }
    this.problem('unquoted', offset, end);
    return quoted(value, offset, end, '', true);
  }

  private match(pattern: RegExp, offset: number): number {
    pattern.lastIndex = offset;
    return offset + (pattern.exec(this.text)?.[0].length ?? 0);
  }
}

function simple(type: Token['type'], offset: number, end: number, value = ''): Token {
  return { type, value, offset, end, quote: '', closed: true };
}

function quoted(
  value: string,
  offset: number,
  end: number,
  quote: Token['quote'],
  closed: boolean,
): Token {
  return { type: 'string', value, offset, end, quote, closed };
}
