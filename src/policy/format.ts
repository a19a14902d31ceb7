import { format } from 'jsonc-parser';
import type { TextEdit } from './finding';

export interface FormatOptions {
  tabSize: number;
  insertSpaces: boolean;
  lineEnd?: '\n' | '\r\n';
}

/** Edits that lay the text out anew; order and comments stay. None when it cannot be read as JSON. */
export function formatPolicy(text: string, options: FormatOptions): TextEdit[] {
  const edits = format(text, undefined, {
    tabSize: options.tabSize,
    insertSpaces: options.insertSpaces,
    ...(options.lineEnd ? { eol: options.lineEnd } : {}),
    insertFinalNewline: /\n\s*$/.test(text),
  });
  return edits.map(({ offset, length, content }) => ({
    offset,
    end: offset + length,
    text: content,
  }));
}
