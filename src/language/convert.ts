import * as vscode from 'vscode';
import type { Finding, Severity, TextEdit } from '../policy/finding';
import type { Span } from '../policy/syntax';

/** Spans are offsets in the core and ranges in the editor: this file is the only converter. */
export function toRange(document: vscode.TextDocument, { offset, end }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(end));
}

export function toEdit(document: vscode.TextDocument, edit: TextEdit): vscode.TextEdit {
  return vscode.TextEdit.replace(toRange(document, edit), edit.text);
}

/** Access Analyzer's four levels are the editor's four, in the same order. */
export const levels: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  'security-warning': vscode.DiagnosticSeverity.Warning,
  warning: vscode.DiagnosticSeverity.Information,
  suggestion: vscode.DiagnosticSeverity.Hint,
};

export function toDiagnostic(
  document: vscode.TextDocument,
  finding: Finding,
  page: vscode.Uri | undefined,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(document, finding),
    finding.message,
    levels[finding.severity],
  );
  diagnostic.source = 'IAM';
  diagnostic.code = page ? { value: finding.code, target: page } : finding.code;
  if (finding.code.startsWith('REDUNDANT_')) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  diagnostic.relatedInformation = finding.related?.map(
    ({ span, message }) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, toRange(document, span)),
        message,
      ),
  );
  return diagnostic;
}

/** The code of a diagnostic of ours, undefined for another's. */
export function codeOf({ source, code }: vscode.Diagnostic): string | undefined {
  if (source !== 'IAM') return undefined;
  return String(typeof code === 'object' ? code.value : code);
}

/** Markdown that may link to pages, and do nothing else. */
export function toMarkdown(text: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(text);
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  return markdown;
}
