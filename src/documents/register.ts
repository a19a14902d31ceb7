import * as vscode from 'vscode';
import type { PolicyRef } from '../iam/model';
import type { Connections, PolicyDocuments, PolicyReview } from '../services';
import type { Prompter } from '../ui/prompts';
import { Complaints } from './complaints';
import { PolicyFileSystem } from './policyFileSystem';
import { parsePolicyPath, POLICY_SCHEME, policyPath, policyTitle } from './policyUri';
import { prettyPolicy } from './prettyPolicy';
import { ReadOnlyLens } from './readOnlyLens';

const LANGUAGE = 'aws-iam-policy';

export interface DocumentsParts {
  connections: Connections;
  prompter: () => Prompter;
  review: PolicyReview;
}

/** Registers `iam:` documents and gives what opens them. */
export function registerDocuments(
  context: vscode.ExtensionContext,
  parts: DocumentsParts,
): PolicyDocuments {
  const complaints = new Complaints();
  const files = new PolicyFileSystem({
    ...parts,
    complain: (uri, text, message) => complaints.show(uri, text, message),
  });
  const lens = new ReadOnlyLens(files);
  const selector = { scheme: POLICY_SCHEME };
  context.subscriptions.push(
    complaints,
    files,
    lens,
    vscode.workspace.registerFileSystemProvider(POLICY_SCHEME, files, { isCaseSensitive: true }),
    vscode.languages.registerCodeLensProvider(selector, lens),
  );
  return policyDocuments(parts.connections);
}

function policyDocuments(connections: Connections): PolicyDocuments {
  const uriOf = (ref: PolicyRef): vscode.Uri => {
    const connectionId = connections.active?.resolved.connection.id ?? '';
    return vscode.Uri.from({ scheme: POLICY_SCHEME, path: policyPath({ connectionId, ref }) });
  };
  return {
    uriOf,
    async open(ref) {
      const document = await vscode.workspace.openTextDocument(uriOf(ref));
      await vscode.window.showTextDocument(document, { preview: true });
    },
    async openCopy(ref) {
      const text = (await connections.active?.account.readPolicy(ref))?.text ?? '';
      const copy = { content: prettyPolicy(text), language: LANGUAGE };
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(copy));
    },
    async stored(uri) {
      const address = uri.scheme === POLICY_SCHEME ? parsePolicyPath(uri.path) : undefined;
      const { active } = connections;
      if (!address || active?.resolved.connection.id !== address.connectionId) return undefined;
      return (await active.account.readPolicy(address.ref)).text;
    },
    async compare(arn, oldVersionId, newVersionId) {
      const older: PolicyRef = { kind: 'managed', arn, versionId: oldVersionId };
      const newer: PolicyRef = { kind: 'managed', arn, versionId: newVersionId };
      const title = `${policyTitle(older)} ↔ ${newVersionId}`;
      await vscode.commands.executeCommand('vscode.diff', uriOf(older), uriOf(newer), title);
    },
  };
}
