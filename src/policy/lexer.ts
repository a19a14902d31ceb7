import { documentElements, statementElements } from './facts/grammar';
import type { Span, SyntaxProblem, SyntaxProblemKind } from './syntax';

export type TokenType =
  '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'number' | 'boolean' | 'null' | 'end';

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** A word that misses its quotes: a key ends at a colon, a value such as s3:GetObject does not. */
const words = { key: /[^\s,:[\]{}"]+/y, value: /[^\s,[\]{}"]+/y };
/** In a string that is never closed, what still belongs to it: the rest of the line is other text. */
const openString = /"(?:\\.|[^\s,[\]{}"\\])*/y;
const singleQuoted = /'(?:\\.|[^'\\\r\n])*'?/y;

/** By length. */
const elementNames: readonly (readonly string[])[] = Array.from({ length: 13 }, (_, length) =>
  [...documentElements, ...statementElements].filter((name) => name.length === length),
);

const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const BACKSLASH = 92;
const TAB = 9;
const SPACE = 32;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** By character code. */
const punctuation: readonly (TokenType | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return char === '{' ||
    char === '}' ||
    char === '[' ||
    char === ']' ||
    char === ',' ||
    char === ':'
    ? char
    : undefined;
});

const isJsonSpace = (code: number) =>
  code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB;

/**
 * Tokens of JSON, and of what people write for JSON while they type. jsonc-parser's scanner ends a
 * word without quotes at the first colon, which would tear s3:GetObject apart. The token that was
 * read last is in the lexer's own fields: an object for each would be most of what parsing costs.
 */
export class Lexer implements Span {
  readonly problems: SyntaxProblem[] = [];
  readonly comments: Span[] = [];
  /** Characters between tokens that were skipped. */
  skipped = 0;
  type: TokenType = 'end';
  offset = 0;
  end = 0;
  /** Of strings with escapes resolved, of the others as written. */
  value = '';
  quote: '"' | "'" | '' = '';
  closed = true;

  constructor(private readonly text: string) {
    if (text.startsWith('\ufeff')) {
      this.problem('byteOrderMark', 0, 1);
      this.end = 1;
    }
  }

  problem(kind: SyntaxProblemKind, offset: number, end: number): void {
    this.problems.push({ kind, offset, end });
  }

  /** Reads on from `offset` and forgets the problems of what is read again. */
  moveTo(offset: number): void {
    this.end = offset;
    while ((this.problems.at(-1)?.offset ?? -1) >= offset) this.problems.pop();
  }

  /** Whether the token is followed by a colon, white space aside. */
  colonFollows(): boolean {
    let at = this.end;
    let code = this.text.charCodeAt(at);
    while (isJsonSpace(code) || (code !== 58 && /\s/.test(this.text.charAt(at)))) {
      code = this.text.charCodeAt(++at);
    }
    return code === 58;
  }

  next(position: 'key' | 'value'): void {
    const { text } = this;
    let offset = this.end;
    let code = text.charCodeAt(offset);
    while (isJsonSpace(code)) code = text.charCodeAt(++offset);
    if (code === SLASH || code > 127) {
      offset = this.skipTrivia(offset);
      code = text.charCodeAt(offset);
    }
    this.skipped += offset - this.end;
    this.offset = offset;
    if (code === QUOTE) {
      this.string(offset, position);
      return;
    }
    const type = punctuation[code];
    if (type !== undefined) this.simple(type, offset + 1);
    else if (offset >= text.length) this.simple('end', offset);
    else if (code === APOSTROPHE) this.singleQuotes(offset);
    else this.word(offset, position);
  }

  /** What is no token, from the first character that is not white space of JSON; where it ends. */
  private skipTrivia(offset: number): number {
    let at = offset;
    for (;;) {
      const code = this.text.charCodeAt(at);
      if (isJsonSpace(code)) at++;
      else if (code > 127 && /\s/.test(this.text.charAt(at))) {
        this.problem('invalidCharacter', at, ++at);
      } else {
        const end = code === SLASH ? this.commentEnd(at) : -1;
        if (end < 0) return at;
        this.comments.push({ offset: at, end });
        this.problem('comment', at, end);
        at = end;
      }
    }
  }

  private commentEnd(at: number): number {
    const next = this.text[at + 1];
    if (next !== '/' && next !== '*') return -1;
    const end = next === '/' ? this.text.indexOf('\n', at) : this.text.indexOf('*/', at + 2);
    if (end < 0) return this.text.length;
    return next === '/' ? end : end + 2;
  }

  private string(offset: number, position: 'key' | 'value'): void {
    const { text } = this;
    let escaped = false;
    let stop = offset + 1;
    for (;;) {
      const code = text.charCodeAt(stop);
      if (code === QUOTE) break;
      if (code === BACKSLASH) {
        escaped = true;
        stop += text.charCodeAt(stop + 1) < SPACE ? 1 : 2;
      } else if (code >= SPACE) {
        stop++;
      } else if (code === TAB) {
        this.problem('invalidCharacter', stop, ++stop);
      } else {
        this.unclosedString(offset);
        return;
      }
    }
    const raw = position === 'key' ? this.keyText(offset + 1, stop) : text.slice(offset + 1, stop);
    this.quoted(raw, stop + 1, '"', true);
    if (escaped) this.value = this.unescape(raw, offset);
  }

  /** The names of elements are there over and over: they need no text of their own. */
  private keyText(offset: number, end: number): string {
    for (const name of elementNames[end - offset] ?? []) {
      if (this.text.startsWith(name, offset)) return name;
    }
    return this.text.slice(offset, end);
  }

  private unescape(raw: string, offset: number): string {
    try {
      return JSON.parse(`"${raw.replace(/\t/g, '\\t')}"`) as string;
    } catch {
      this.problem('invalidEscape', offset, this.end);
      return raw;
    }
  }

  private unclosedString(offset: number): void {
    const end = this.match(openString, offset);
    this.problem('unterminatedString', offset, end);
    this.quoted(this.text.slice(offset + 1, end), end, '"', false);
  }

  private singleQuotes(offset: number): void {
    const end = this.match(singleQuoted, offset);
    const closed = end > offset + 1 && this.text[end - 1] === "'";
    this.problem('singleQuotes', offset, end);
    this.quoted(this.text.slice(offset + 1, closed ? end - 1 : end), end, "'", closed);
  }

  private word(offset: number, position: 'key' | 'value'): void {
    const end = Math.max(this.match(words[position], offset), offset + 1);
    const value = this.text.slice(offset, end);
    if (position === 'value') {
      if (value === 'true' || value === 'false') {
        this.simple('boolean', end, value);
        return;
      }
      if (value === 'null') {
        this.simple('null', end, value);
        return;
      }
      if (number.test(value)) {
        this.simple('number', end, value);
        return;
      }
    }
    this.problem('unquoted', offset, end);
    this.quoted(value, end, '', true);
  }

  private match(pattern: RegExp, offset: number): number {
    pattern.lastIndex = offset;
    return offset + (pattern.exec(this.text)?.[0].length ?? 0);
  }

  private simple(type: TokenType, end: number, value = ''): void {
    this.type = type;
    this.end = end;
    this.value = value;
  }

  private quoted(value: string, end: number, quote: '"' | "'" | '', closed: boolean): void {
    this.type = 'string';
    this.end = end;
    this.value = value;
    this.quote = quote;
    this.closed = closed;
  }
}
