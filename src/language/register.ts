import * as vscode from 'vscode';
import type { Connections, PolicyAnalyzer } from '../services';
import type { Prompter } from '../ui/prompts';
import { registerAnalyzer } from './accessAnalyzer/register';
import { registerCheckLevels } from './checkLevels';
import { registerCheckPages } from './checkPages';
import { registerCodeActions } from './codeActions';
import { registerCodeLens } from './codeLens';
import { registerCompletion } from './completion';
import { PolicyDiagnostics } from './diagnostics';
import { registerFormatting } from './formatting';
import { registerHover } from './hover';
import { registerInlayHints } from './inlayHints';
import type { LoadLanguage } from './loadLanguage';
import { PolicyDocuments } from './policyDocuments';
import { registerShowActions } from './showActions';
import { registerStatusItem } from './statusItem';

export interface LanguageNeeds {
  context: vscode.ExtensionContext;
  log: vscode.LogOutputChannel;
  connections: Connections;
  prompts: () => Prompter;
  load: LoadLanguage;
}

/** Everything that the editor shows of the policy language. Loads nothing until a policy is open. */
export function registerLanguage(needs: LanguageNeeds): {
  analyzer: PolicyAnalyzer;
  dispose: () => void;
} {
  const documents = new PolicyDocuments(needs.load, needs.context.workspaceState);
  const diagnostics = new PolicyDiagnostics(documents, needs.log);
  const registered = registerAnalyzer(documents, diagnostics, needs);
  const subscriptions = vscode.Disposable.from(
    diagnostics,
    registered,
    registerCompletion(documents, needs.load, needs),
    registerHover(documents),
    registerCodeLens(documents),
    registerInlayHints(documents, needs.load),
    registerShowActions(documents, needs.load),
    registerCodeActions(documents, diagnostics),
    registerCheckLevels(needs.prompts),
    registerCheckPages(needs.context.extensionUri),
    registerFormatting(needs.load),
    registerStatusItem(documents, needs.prompts),
  );
  return { analyzer: registered.analyzer, dispose: () => void subscriptions.dispose() };
}
