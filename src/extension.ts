import * as vscode from 'vscode';
import { offerInterrupted } from './commands/offerInterrupted';
import { registerCommands } from './commands/register';
import { registerConnections } from './connections/register';
import { registerDocuments } from './documents/register';
import { registerExplorer } from './explorer/register';
import { lazyLanguage } from './language/loadLanguage';
import { createPolicyReview } from './language/policyReview';
import { registerLanguage } from './language/register';
import type { Services } from './services';
import { vscodePrompts } from './ui/vscodePrompts';

/** Builds the services and hands them to the features. Tests get them to answer prompts by script. */
export function activate(context: vscode.ExtensionContext): { services: Services } | undefined {
  const log = vscode.window.createOutputChannel('IAM Workbench', { log: true });
  const load = lazyLanguage(context.asAbsolutePath('dist/catalog.bin'));
  const policyReview = createPolicyReview(load);
  const connections = registerConnections(context, log, () => services.prompts);
  const explorer = registerExplorer(connections);
  const documents = registerDocuments(context, {
    connections,
    prompter: () => services.prompts,
    review: policyReview,
  });
  const language = registerLanguage({
    context,
    log,
    connections,
    load,
    prompts: () => services.prompts,
    tree: explorer,
    policies: documents,
  });
  const services: Services = {
    context,
    log,
    prompts: vscodePrompts,
    connections,
    tree: explorer,
    documents,
    policyReview,
    policyAnalyzer: language.analyzer,
    policyKinds: language.kinds,
    openPages: new Set(),
  };
  context.subscriptions.push(log, connections, explorer, registerCommands(services), language);
  void offerInterrupted(services).catch((error: unknown) => log.error(String(error)));
  return context.extensionMode === vscode.ExtensionMode.Test ? { services } : undefined;
}
