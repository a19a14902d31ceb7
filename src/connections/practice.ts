import * as vscode from 'vscode';
import type { PracticeSandbox } from './practiceSandbox';

/** Opens the practice account with the first call, once for the window; its state is kept on disk. */
export function practiceOpener(
  { globalStorageUri, extensionUri }: vscode.ExtensionContext,
  onNotice: (message: string) => void,
): () => Promise<PracticeSandbox> {
  let opening: Promise<PracticeSandbox> | undefined;
  const open = async (): Promise<PracticeSandbox> => {
    const { openPracticeSandbox } = await import('./practiceSandbox');
    await vscode.workspace.fs.createDirectory(globalStorageUri);
    return openPracticeSandbox({
      stateFile: vscode.Uri.joinPath(globalStorageUri, 'practice-account.json').fsPath,
      managedPoliciesFile: vscode.Uri.joinPath(extensionUri, 'dist', 'managed-policies.bin').fsPath,
      catalogFile: vscode.Uri.joinPath(extensionUri, 'dist', 'catalog.bin').fsPath,
      onNotice,
    });
  };
  return () => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
}
