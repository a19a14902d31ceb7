import * as vscode from 'vscode';
import type { Fold } from '../policy/editorFeatures';
import { ownSelector, type PolicyDocuments } from './policyDocuments';

/** By brackets, whatever the indentation. Plain JSON has VS Code's own folding, which does the same. */
export function registerFolding(documents: PolicyDocuments): vscode.Disposable {
  return vscode.languages.registerFoldingRangeProvider(ownSelector, {
    async provideFoldingRanges(document, _context, token) {
      const opened = await documents.open(document);
      if (!opened || token.isCancellationRequested) return undefined;
      return opened.language.editor
        .folds(opened.policy)
        .flatMap((fold) => toFoldingRange(document, fold) ?? []);
    },
  });
}

function toFoldingRange(
  document: vscode.TextDocument,
  { offset, end, kind, closed }: Fold,
): vscode.FoldingRange | undefined {
  const start = document.positionAt(offset).line;
  const last = document.positionAt(end);
  const bracketAlone =
    closed && last.character - 1 <= document.lineAt(last.line).firstNonWhitespaceCharacterIndex;
  const line = bracketAlone ? last.line - 1 : last.line;
  if (line <= start) return undefined;
  return kind === 'comment'
    ? new vscode.FoldingRange(start, line, vscode.FoldingRangeKind.Comment)
    : new vscode.FoldingRange(start, line);
}
