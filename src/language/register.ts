import * as vscode from 'vscode';
import type {
  AccountTree,
  Connections,
  PolicyAnalyzer,
  PolicyKinds,
  PolicyDocuments as AccountPolicies,
} from '../services';
import type { Prompter } from '../ui/prompts';
import { registerAnalyzer } from './accessAnalyzer/register';
import { registerCheckLevels } from './checkLevels';
import { registerCheckPages } from './checkPages';
import { registerCodeActions } from './codeActions';
import { registerCodeLens } from './codeLens';
import { registerCompletion } from './completion';
import { registerDefinition } from './definition';
import { PolicyDiagnostics } from './diagnostics';
import { registerDocumentLinks } from './documentLinks';
import { registerDocumentSymbols } from './documentSymbols';
import { registerFolding } from './folding';
import { registerFormatting } from './formatting';
import { registerHover } from './hover';
import { registerInlayHints } from './inlayHints';
import { KnownAccount } from './knownAccount';
import type { LoadLanguage } from './loadLanguage';
import { registerOpenArn } from './openArn';
import { PolicyDocuments } from './policyDocuments';
import { createPolicyKinds } from './policyKinds';
import { registerReferences } from './references';
import { registerRename } from './rename';
import { registerSelectionRanges } from './selectionRanges';
import { registerSemanticTokens } from './semanticTokens';
import { registerShowActions } from './showActions';
import { registerStatusItem } from './statusItem';

export interface LanguageNeeds {
  context: vscode.ExtensionContext;
  log: vscode.LogOutputChannel;
  connections: Connections;
  prompts: () => Prompter;
  load: LoadLanguage;
  tree: AccountTree;
  policies: AccountPolicies;
}

/** Everything that the editor shows of the policy language. Loads nothing until a policy is open. */
export function registerLanguage(needs: LanguageNeeds): {
  analyzer: PolicyAnalyzer;
  kinds: PolicyKinds;
  dispose: () => void;
} {
  const documents = new PolicyDocuments(needs.load, needs.context.workspaceState);
  const diagnostics = new PolicyDiagnostics(
    documents,
    needs.log,
    new KnownAccount(needs.connections),
  );
  const registered = registerAnalyzer(documents, diagnostics, needs);
  const subscriptions = vscode.Disposable.from(
    diagnostics,
    registered,
    registerCompletion(documents, needs.load, needs),
    registerHover(documents),
    registerCodeLens(documents),
    registerInlayHints(documents, needs.load),
    registerShowActions(documents, needs.load),
    registerDocumentSymbols(documents),
    registerFolding(documents),
    registerSelectionRanges(documents),
    registerDocumentLinks(documents),
    registerOpenArn(needs),
    registerDefinition(documents, needs),
    registerReferences(documents),
    registerRename(documents),
    registerSemanticTokens(documents),
    registerCodeActions(documents, diagnostics),
    registerCheckLevels(needs.prompts),
    registerCheckPages(needs.context.extensionUri),
    registerFormatting(needs.load),
    registerStatusItem(documents, needs.log),
  );
  const kinds = createPolicyKinds(documents, needs.prompts);
  return { analyzer: registered.analyzer, kinds, dispose: () => void subscriptions.dispose() };
}
