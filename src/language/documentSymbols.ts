import * as vscode from 'vscode';
import { kindLabels } from '../policy/kind';
import type { OutlineItem } from '../policy/editorFeatures';
import { toRange } from './convert';
import { selector, type PolicyDocuments } from './policyDocuments';

const kinds: Readonly<Record<OutlineItem['kind'], vscode.SymbolKind>> = {
  policy: vscode.SymbolKind.Package,
  statement: vscode.SymbolKind.Object,
  element: vscode.SymbolKind.Property,
  condition: vscode.SymbolKind.Key,
};

/** Outline, breadcrumbs and "Go to Symbol": policy, statements, elements, conditions. */
export function registerDocumentSymbols(documents: PolicyDocuments): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    selector,
    {
      async provideDocumentSymbols(document, token) {
        const opened = await documents.open(document);
        if (!opened || token.isCancellationRequested) return undefined;
        const { language, policy, kind } = opened;
        return language.editor
          .outline(policy, kindLabels[kind])
          .map((item) => toSymbol(document, item));
      },
    },
    { label: 'IAM Policy' },
  );
}

function toSymbol(document: vscode.TextDocument, item: OutlineItem): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    item.name,
    item.detail,
    kinds[item.kind],
    toRange(document, item),
    toRange(document, item.selection),
  );
  symbol.children = item.children.map((child) => toSymbol(document, child));
  return symbol;
}
