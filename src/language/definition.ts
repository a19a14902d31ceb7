import * as vscode from 'vscode';
import type { ActiveAccount, Connections, PolicyDocuments as AccountPolicies } from '../services';
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
      const { active } = connections;
      const target = active && leadsToDocument(found.text, active) ? found.text : undefined;
      const range = target ? new vscode.Range(0, 0, 0, 0) : toRange(document, first);
      const link: vscode.LocationLink = {
        originSelectionRange: toRange(document, found.at),
        targetUri: target ? policies.uriOf({ kind: 'managed', arn: target }) : document.uri,
        targetRange: range,
      };
      return [link];
    },
  });
}

/** Policies of the account as far as they are loaded, and those of AWS, which every account has. */
function leadsToDocument(text: string, { account }: ActiveAccount): boolean {
  return account.policy(text) !== undefined || /^arn:[\w-]+:iam::aws:policy\/[^*?$]+$/.test(text);
}
