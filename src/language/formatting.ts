import * as vscode from 'vscode';
import { toEdit } from './convert';
import type { LoadLanguage } from './loadLanguage';
import { ownSelector } from './policyDocuments';

/** For policies by name only: plain JSON has VS Code's own formatter. */
export function registerFormatting(load: LoadLanguage): vscode.Disposable {
  return vscode.languages.registerDocumentFormattingEditProvider(ownSelector, {
    async provideDocumentFormattingEdits(document, { tabSize, insertSpaces }, token) {
      const language = await load();
      if (token.isCancellationRequested) return [];
      const lineEnd = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
      return language
        .format(document.getText(), { tabSize, insertSpaces, lineEnd })
        .map((edit) => toEdit(document, edit));
    },
  });
}
