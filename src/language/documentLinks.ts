import * as vscode from 'vscode';
import { commandUri } from './commandUri';
import { toRange } from './convert';
import { hasPlace, OPEN_ARN } from './openArn';
import { selector, type PolicyDocuments } from './policyDocuments';
import { policySettings } from './settings';

/** Ctrl+click on an action opens its documentation, on an ARN what it names. */
export function registerDocumentLinks(documents: PolicyDocuments): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(selector, {
    async provideDocumentLinks(document, token) {
      if (!policySettings(document).links) return [];
      const opened = await documents.open(document);
      if (!opened || token.isCancellationRequested) return undefined;
      return opened.language.editor.links(opened.policy).flatMap((found) => {
        if (found.kind === 'arn' && !hasPlace(found.arn)) return [];
        const isPage = found.kind === 'page';
        const target = isPage ? vscode.Uri.parse(found.url, true) : commandUri(OPEN_ARN, found.arn);
        const link = new vscode.DocumentLink(toRange(document, found), target);
        link.tooltip = isPage ? 'Open the documentation' : 'Show in the account or the AWS console';
        return [link];
      });
    },
  });
}
