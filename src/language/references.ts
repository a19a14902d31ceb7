import * as vscode from 'vscode';
import { toRange } from './convert';
import { selector, type OpenPolicy, type PolicyDocuments } from './policyDocuments';

/** All places of what stands at a position: condition key and variable, Sid, action, ARN or value. */
export function registerReferences(documents: PolicyDocuments): vscode.Disposable {
  const ranges = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Range[] | undefined> => {
    const opened = await documents.open(document);
    if (!opened || token.isCancellationRequested) return undefined;
    return spansAt(opened, document.offsetAt(position))?.map((span) => toRange(document, span));
  };
  return vscode.Disposable.from(
    vscode.languages.registerReferenceProvider(selector, {
      async provideReferences(document, position, _context, token) {
        const found = await ranges(document, position, token);
        return found?.map((range) => new vscode.Location(document.uri, range));
      },
    }),
    vscode.languages.registerDocumentHighlightProvider(selector, {
      async provideDocumentHighlights(document, position, token) {
        const found = await ranges(document, position, token);
        return found?.map((range) => new vscode.DocumentHighlight(range));
      },
    }),
  );
}

function spansAt({ language, policy }: OpenPolicy, offset: number) {
  return language.editor.occurrences(policy, offset)?.spans;
}
