import * as vscode from 'vscode';
import { toMarkdown, toRange } from './convert';
import { actionsLink } from './showActions';
import { selector, type PolicyDocuments } from './policyDocuments';

export function registerHover(documents: PolicyDocuments): vscode.Disposable {
  return vscode.languages.registerHoverProvider(selector, {
    async provideHover(document, position, token) {
      const opened = await documents.open(document);
      if (!opened || token.isCancellationRequested) return undefined;
      const hover = opened.language.hover(opened.policy, document.offsetAt(position), opened.kind);
      if (!hover) return undefined;
      const contents = [toMarkdown(hover.markdown)];
      if (hover.pattern !== undefined) contents.push(actionsLink(hover.pattern));
      if (hover.names !== undefined) contents.push(toMarkdown(hover.names));
      return new vscode.Hover(contents, toRange(document, hover));
    },
  });
}
