import * as vscode from 'vscode';
import type { PolicyFileSystem } from './policyFileSystem';
import { parsePolicyPath } from './policyUri';

/** The first line of a read-only policy says why, and offers a copy that can be changed. */
export class ReadOnlyLens implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly subscriptions: vscode.Disposable;

  constructor(private readonly files: PolicyFileSystem) {
    const changed = files.onDidChangeFile(() => this.changed.fire());
    this.subscriptions = vscode.Disposable.from(this.changed, changed);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    const reason = this.files.readOnlyReason(uri);
    const ref = parsePolicyPath(uri.path)?.ref;
    if (reason === undefined || !ref) return [];
    const title = `$(lock) Read-only. ${reason} Open a Copy`;
    const command = {
      title,
      command: 'iamWorkbench.openPolicyCopy',
      arguments: [{ ref: { kind: 'policy', ref } }],
    };
    return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command)];
  }
}
