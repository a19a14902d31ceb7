import * as vscode from 'vscode';
import { toEdit, toRange } from './convert';
import { selector, type PolicyDocuments } from './policyDocuments';

/** Rename of Sids. What is refused is said where the new name is typed. */
export function registerRename(documents: PolicyDocuments): vscode.Disposable {
  return vscode.languages.registerRenameProvider(selector, {
    async prepareRename(document, position) {
      const opened = await documents.open(document);
      if (!opened) throw new Error('There is nothing to rename here.');
      const target = opened.language.editor.renameTarget(
        opened.policy,
        document.offsetAt(position),
      );
      if ('refused' in target) throw new Error(target.refused);
      return toRange(document, target);
    },
    async provideRenameEdits(document, position, newName) {
      const opened = await documents.open(document);
      if (!opened) return undefined;
      const { language, policy, kind } = opened;
      const edits = language.editor.renameSid(policy, document.offsetAt(position), newName, kind);
      if ('refused' in edits) throw new Error(edits.refused);
      const change = new vscode.WorkspaceEdit();
      change.set(
        document.uri,
        edits.map((edit) => toEdit(document, edit)),
      );
      return change;
    },
  });
}
