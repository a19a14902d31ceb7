import * as vscode from 'vscode';
import { JournalStore } from '../iam/journal';

/** The journals of all windows of this machine. */
export function journalStore({ globalStorageUri }: vscode.ExtensionContext): JournalStore {
  return new JournalStore(vscode.Uri.joinPath(globalStorageUri, 'journals').fsPath);
}
