import type { Span } from './syntax';

/** Worst first, as Access Analyzer names them. */
export const severities = ['error', 'security-warning', 'warning', 'suggestion'] as const;
export type Severity = (typeof severities)[number];

export interface TextEdit extends Span {
  text: string;
}

export interface Fix {
  title: string;
  /** Do not overlap; offsets are of the text that was checked. */
  edits: TextEdit[];
  /** The one right answer: what "auto fix" applies. */
  preferred?: boolean;
  /** Cannot change what the policy means, so "fix all" may apply it unasked. */
  safe?: boolean;
}

export interface Finding extends Span {
  /** `INVALID_ACTION`: Access Analyzer's own code, or one of ours. */
  code: string;
  severity: Severity;
  /** Plain text; holds text of the document, so escape it where that matters. */
  message: string;
  fixes: Fix[];
  /** Other places that have to do with it. */
  related?: { span: Span; message: string }[];
}

/** The text after the edits; edits that overlap an earlier one are left out. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.offset - b.offset || a.end - b.end)) {
    if (edit.offset < at) continue;
    result += text.slice(at, edit.offset) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
