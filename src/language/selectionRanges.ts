import * as vscode from 'vscode';
import { toRange } from './convert';
import { selector, type PolicyDocuments } from './policyDocuments';

/** "Expand Selection": word, variable, part of an ARN, text, array, property, statement, document. */
export function registerSelectionRanges(documents: PolicyDocuments): vscode.Disposable {
  return vscode.languages.registerSelectionRangeProvider(selector, {
    async provideSelectionRanges(document, positions, token) {
      const opened = await documents.open(document);
      if (!opened || token.isCancellationRequested) return undefined;
      const { language, policy } = opened;
      return positions.map((position) => {
        const spans = language.editor.selections(policy, document.offsetAt(position));
        const chain = spans.reduceRight<vscode.SelectionRange | undefined>(
          (parent, span) => new vscode.SelectionRange(toRange(document, span), parent),
          undefined,
        );
        return chain ?? new vscode.SelectionRange(new vscode.Range(position, position));
      });
    },
  });
}
