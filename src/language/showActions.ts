import * as vscode from 'vscode';
import type { LoadLanguage } from './loadLanguage';
import type { PolicyDocuments } from './policyDocuments';

export const SHOW_ACTIONS = 'iamWorkbench.showActions';
const SCHEME = 'iam-actions';

/** Whose actions are listed: those of a statement of an open document, or those of a pattern. */
export type ActionsRequest = { document: string; statement: number } | { pattern: string };

/** Milliseconds without a keystroke before a list follows its document. */
const DELAY = 300;
/** Characters of a pattern that are taken. */
const MAX_PATTERN = 1_000;

/** Lists of actions as read-only documents that follow the statement they are of. */
export function registerShowActions(
  documents: PolicyDocuments,
  load: LoadLanguage,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const timers = new Map<string, NodeJS.Timeout>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => contentOf(requestOf(uri), documents, load),
  };
  const follow = (source: string) => {
    clearTimeout(timers.get(source));
    const update = () => {
      timers.delete(source);
      for (const uri of listsOf(source)) changed.fire(uri);
    };
    timers.set(source, setTimeout(update, DELAY));
  };
  return vscode.Disposable.from(
    changed,
    { dispose: () => timers.forEach((timer) => clearTimeout(timer)) },
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      const source = document.uri.toString();
      if (listsOf(source).length > 0) follow(source);
    }),
    vscode.commands.registerCommand(SHOW_ACTIONS, show),
  );
}

/** The link of a hover that lists a pattern's actions. */
export function actionsLink(pattern: string): vscode.MarkdownString {
  const request: ActionsRequest = { pattern: pattern.slice(0, MAX_PATTERN) };
  const query = encodeURIComponent(JSON.stringify([request]));
  const markdown = new vscode.MarkdownString(
    `[List all actions](command:${SHOW_ACTIONS}?${query})`,
  );
  markdown.isTrusted = { enabledCommands: [SHOW_ACTIONS] };
  return markdown;
}

async function show(argument: unknown): Promise<void> {
  const request = validated(argument);
  if (!request) return;
  const name = 'pattern' in request ? 'pattern' : `statement ${request.statement + 1}`;
  const uri = vscode.Uri.from({
    scheme: SCHEME,
    path: `/Actions of ${name}`,
    query: JSON.stringify(request),
  });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    preview: true,
  });
}

/** Anybody may call a command and open a URI, so both are looked at as if a stranger had made them. */
function validated(argument: unknown): ActionsRequest | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('pattern' in argument && typeof argument.pattern === 'string') {
    return { pattern: argument.pattern.slice(0, MAX_PATTERN) };
  }
  if (!('document' in argument) || !('statement' in argument)) return undefined;
  const { document, statement } = argument;
  if (typeof document !== 'string' || !Number.isInteger(statement)) return undefined;
  return { document, statement: Number(statement) };
}

function requestOf({ query }: vscode.Uri): ActionsRequest | undefined {
  try {
    return validated(JSON.parse(query));
  } catch {
    return undefined;
  }
}

/** The lists on show that are of a document. */
function listsOf(source: string): vscode.Uri[] {
  return vscode.workspace.textDocuments.flatMap(({ uri }) => {
    if (uri.scheme !== SCHEME) return [];
    const request = requestOf(uri);
    return request && 'document' in request && request.document === source ? [uri] : [];
  });
}

async function contentOf(
  request: ActionsRequest | undefined,
  documents: PolicyDocuments,
  load: LoadLanguage,
): Promise<string> {
  if (!request) return '';
  if ('pattern' in request) return (await load()).editor.listPattern(request.pattern);
  const document = vscode.workspace.textDocuments.find(
    ({ uri }) => uri.toString() === request.document,
  );
  const opened = document && (await documents.open(document));
  const text = opened?.language.editor.listStatement(opened.policy, request.statement);
  return text ?? 'The policy is closed, or has no such statement any more.\n';
}
