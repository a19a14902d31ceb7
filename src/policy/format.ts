import { format } from 'jsonc-parser';
import type { TextEdit } from './finding';
import { MAX_LENGTH } from './parse';
import { parseSyntax } from './syntaxParser';

export interface FormatOptions {
  tabSize: number;
  insertSpaces: boolean;
  lineEnd?: '\n' | '\r\n';
}

/**
 * Whether a text can be laid out: not when it is longer than any policy, or nested so deep that the
 * white space alone would be millions of characters.
 */
export function canFormat(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  return !parseSyntax(text).problems.some(({ kind }) => kind === 'tooDeep');
}

/** Edits that lay the text out anew; order and comments stay. None for what {@link canFormat} refuses. */
export function formatPolicy(text: string, options: FormatOptions): TextEdit[] {
  if (!canFormat(text)) return [];
  const edits = format(text, undefined, {
    tabSize: options.tabSize,
    insertSpaces: options.insertSpaces,
    ...(options.lineEnd ? { eol: options.lineEnd } : {}),
    insertFinalNewline: text.slice(text.trimEnd().length).includes('\n'),
  });
  return edits.map(({ offset, length, content }) => ({
    offset,
    end: offset + length,
    text: content,
  }));
}
