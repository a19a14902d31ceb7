import * as vscode from 'vscode';
import { registerCommands } from './commands/register';
import { registerConnections } from './connections/register';
import { policyReview } from './documents/policyReview';
import { registerDocuments } from './documents/register';
import { registerExplorer } from './explorer/register';
import type { Services } from './services';
import { vscodePrompts } from './ui/vscodePrompts';

/** Builds the services and hands them to the features. Tests get them to answer prompts by script. */
export function activate(context: vscode.ExtensionContext): { services: Services } | undefined {
  const log = vscode.window.createOutputChannel('IAM Workbench', { log: true });
  const connections = registerConnections(context, log, () => services.prompts);
  const explorer = registerExplorer(connections);
  const services: Services = {
    context,
    log,
    prompts: vscodePrompts,
    connections,
    tree: explorer,
    documents: registerDocuments(context, {
      connections,
      prompter: () => services.prompts,
      review: policyReview,
    }),
    policyReview,
  };
  context.subscriptions.push(log, connections, explorer, registerCommands(services));
  return context.extensionMode === vscode.ExtensionMode.Test ? { services } : undefined;
}
