import * as vscode from 'vscode';
import { placeOfComplaint } from './awsComplaint';

/** What AWS said of texts that it refused, as diagnostics until the text changes. */
export class Complaints implements vscode.Disposable {
  private readonly diagnostics = vscode.languages.createDiagnosticCollection('iam-aws');
  private readonly subscriptions = vscode.Disposable.from(
    this.diagnostics,
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      this.diagnostics.delete(document.uri);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.diagnostics.delete(uri)),
  );

  show(uri: vscode.Uri, text: string, message: string): void {
    const { start, end } = placeOfComplaint(message, text);
    const range = new vscode.Range(positionAt(text, start), positionAt(text, end));
    const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
    diagnostic.source = 'IAM';
    diagnostic.code = 'MalformedPolicyDocument';
    this.diagnostics.set(uri, [diagnostic]);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

function positionAt(text: string, offset: number): vscode.Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}
