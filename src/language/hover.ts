import * as vscode from 'vscode';
import { toMarkdown, toRange } from './convert';
import { selector, type PolicyDocuments } from './policyDocuments';

export function registerHover(documents: PolicyDocuments): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position, token) {
      const opened = await documents.open(document);
      if (!opened || token.isCancellationRequested) return undefined;
      const hover = opened.language.hover(opened.policy, document.offsetAt(position), opened.kind);
      return hover && new vscode.Hover(toMarkdown(hover.markdown), toRange(document, hover));
    },
  });
}
