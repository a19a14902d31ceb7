import * as vscode from 'vscode';
import type { PartKind } from '../policy/editorFeatures';
import { selector, type PolicyDocuments } from './policyDocuments';

/**
 * Standard types of token for which every theme has a colour (`modifier` is standard too, but VS Code
 * has no colour for it). The rest of an ARN stays text.
 */
const types: Readonly<Partial<Record<PartKind, string>>> = {
  service: 'namespace',
  action: 'function',
  arn: 'keyword',
  partition: 'enumMember',
  region: 'enumMember',
  account: 'number',
  resourceType: 'type',
  key: 'property',
  tagKey: 'parameter',
  operator: 'keyword',
  qualifier: 'macro',
  variable: 'variable',
  wildcard: 'operator',
};

const legend = new vscode.SemanticTokensLegend([...new Set(Object.values(types))]);

/** Characters of a document that is coloured by meaning; a longer one keeps the grammar's colours. */
const MAX_LENGTH = 1_000_000;

export function registerSemanticTokens(documents: PolicyDocuments): vscode.Disposable {
  const provider: vscode.DocumentSemanticTokensProvider = {
    async provideDocumentSemanticTokens(document, token) {
      const opened = await documents.open(document);
      if (!opened || token.isCancellationRequested) return undefined;
      if (opened.policy.text.length > MAX_LENGTH) return undefined;
      const builder = new vscode.SemanticTokensBuilder(legend);
      for (const { kind, offset, end } of opened.language.editor.tokens(opened.policy)) {
        const type = types[kind];
        if (type === undefined) continue;
        const { line, character } = document.positionAt(offset);
        builder.push(line, character, end - offset, legend.tokenTypes.indexOf(type), 0);
      }
      return builder.build();
    },
  };
  return vscode.languages.registerDocumentSemanticTokensProvider(selector, provider, legend);
}
