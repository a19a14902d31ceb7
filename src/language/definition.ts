import * as vscode from 'vscode';
import type { Connections, PolicyDocuments as AccountPolicies } from '../services';
import { toRange } from './convert';
import { selector, type PolicyDocuments } from './policyDocuments';

export interface AccountNeeds {
  connections: Connections;
  policies: Pick<AccountPolicies, 'uriOf'>;
}

/** The ARN of a managed policy leads to its document; all else to where it first stands. */
export function registerDefinition(
  documents: PolicyDocuments,
  { connections, policies }: AccountNeeds,
): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(selector, {
    async provideDefinition(document, position, token) {
      const opened = await documents.open(document);
      if (!opened || token.isCancellationRequested) return undefined;
      const { language, policy } = opened;
      const found = language.editor.occurrences(policy, document.offsetAt(position));
      const [first] = found?.spans ?? [];
      if (!found || !first) return undefined;
      const target = connections.active?.account.policy(found.text);
      const range = target ? new vscode.Range(0, 0, 0, 0) : toRange(document, first);
      const link: vscode.LocationLink = {
        originSelectionRange: toRange(document, found.at),
        targetUri: target ? policies.uriOf({ kind: 'managed', arn: target.arn }) : document.uri,
        targetRange: range,
      };
      return [link];
    },
  });
}
