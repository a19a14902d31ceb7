import * as vscode from 'vscode';
import type { Connections, PolicyAnalyzer } from '../../services';
import type { PolicyDiagnostics } from '../diagnostics';
import type { PolicyDocuments } from '../policyDocuments';
import { registerCheckOnSave } from './onSave';
import { DocumentAnalyzer } from './policyAnalyzer';
import { registerAnalyzerStatus } from './statusItem';

/** IAM Access Analyzer in the editor: nothing is loaded or asked before somebody wants it. */
export function registerAnalyzer(
  documents: PolicyDocuments,
  diagnostics: PolicyDiagnostics,
  { connections, log }: { connections: Connections; log: vscode.LogOutputChannel },
): { analyzer: PolicyAnalyzer; dispose: () => void } {
  const analyzer = new DocumentAnalyzer(documents, diagnostics, log);
  const subscriptions = vscode.Disposable.from(
    analyzer,
    registerCheckOnSave(analyzer, connections, log),
    registerAnalyzerStatus(analyzer),
  );
  return { analyzer, dispose: () => void subscriptions.dispose() };
}
