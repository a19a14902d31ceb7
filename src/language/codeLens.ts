import * as vscode from 'vscode';
import type { Statement } from '../policy/index';
import { toRange } from './convert';
import { selector, type PolicyDocuments } from './policyDocuments';
import { policySettings, SECTION } from './settings';
import { SHOW_ACTIONS, type ActionsRequest } from './showActions';

/** Statements with a lens at most; nobody reads more. */
const MAX_LENSES = 2_000;

class StatementLens extends vscode.CodeLens {
  constructor(
    range: vscode.Range,
    readonly document: vscode.TextDocument,
    readonly statement: Statement,
  ) {
    super(range);
  }
}

/** Above each statement what it allows, counted when the lens comes into sight; a click lists it. */
export function registerCodeLens(documents: PolicyDocuments): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      if (!policySettings(document).codeLens) return [];
      const opened = await documents.open(document);
      if (!opened || token.isCancellationRequested) return [];
      return opened.policy.statements
        .filter(({ effect, actions }) => effect !== undefined && actions.length > 0)
        .slice(0, MAX_LENSES)
        .map((each) => {
          const { offset } = each.node;
          return new StatementLens(toRange(document, { offset, end: offset }), document, each);
        });
    },
    async resolveCodeLens(lens, token) {
      if (!(lens instanceof StatementLens)) return lens;
      const { document, statement } = lens;
      const opened = await documents.open(document);
      if (!opened || token.isCancellationRequested) return lens;
      const request: ActionsRequest = {
        document: document.uri.toString(),
        statement: statement.index,
      };
      lens.command = {
        title: opened.language.editor.accessTitle(statement) ?? '',
        tooltip: 'List the actions',
        command: SHOW_ACTIONS,
        arguments: [request],
      };
      return lens;
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(selector, provider),
  );
}
