import * as vscode from 'vscode';
import type { Connections } from '../../services';
import { errorMessage } from '../../ui/errorText';
import type { DocumentAnalyzer } from './policyAnalyzer';

/** Asks about each policy that is saved, where the setting says so and an account is connected. */
export function registerCheckOnSave(
  analyzer: DocumentAnalyzer,
  connections: Connections,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const running = new Map<vscode.TextDocument, AbortController>();
  const check = async (document: vscode.TextDocument): Promise<void> => {
    const { active } = connections;
    if (!active || !isOn()) return;
    running.get(document)?.abort();
    const stopping = new AbortController();
    running.set(document, stopping);
    try {
      await analyzer.check(document, active, stopping.signal);
    } catch (error) {
      if (stopping.signal.aborted) return;
      // Nobody asked for it just now: it is told where the checks are, not in a message.
      log.warn(`Access Analyzer was not asked: ${errorMessage(error)}`);
      analyzer.noteFailure(document, errorMessage(error));
    } finally {
      if (running.get(document) === stopping) running.delete(document);
    }
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidSaveTextDocument((document) => void check(document)),
    { dispose: () => running.forEach((stopping) => stopping.abort()) },
  );
}

function isOn(): boolean {
  const settings = vscode.workspace.getConfiguration('iamWorkbench');
  return settings.get<unknown>('accessAnalyzer.onSave') === true;
}
