import * as vscode from 'vscode';
import type { CompletionItem, ItemKind, PolicyDocument } from '../policy/index';
import type { Connections } from '../services';
import type { ConnectedValues, ValuesForList } from './accountValues';
import { toEdit, toMarkdown, toRange } from './convert';
import { offeredByJson } from './jsonDoubles';
import { LANGUAGE_ID, selector, type OpenPolicy, type PolicyDocuments } from './policyDocuments';
import type { LoadLanguage } from './loadLanguage';

const kinds: Readonly<Record<ItemKind, vscode.CompletionItemKind>> = {
  element: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  service: vscode.CompletionItemKind.Module,
  action: vscode.CompletionItemKind.Method,
  pattern: vscode.CompletionItemKind.Reference,
  resource: vscode.CompletionItemKind.Value,
  operator: vscode.CompletionItemKind.Operator,
  key: vscode.CompletionItemKind.Field,
  variable: vscode.CompletionItemKind.Variable,
  snippet: vscode.CompletionItemKind.Snippet,
};

/** These depend on every letter that is typed, so the list is asked for anew. */
const growing: ReadonlySet<ItemKind> = new Set(['pattern', 'resource']);

/** Typing one of these brings the list up, or brings it up anew. */
const TRIGGERS = ['"', ':', '/', '$', '{', '*', '[', ','];

class PolicyCompletionItem extends vscode.CompletionItem {
  constructor(
    readonly item: CompletionItem,
    document: vscode.TextDocument,
  ) {
    super(item.label, kinds[item.kind]);
    if (item.detail !== undefined) this.label = { label: item.label, description: item.detail };
    this.sortText = item.sortText;
    this.filterText = item.filterText;
    this.insertText = new vscode.SnippetString(item.snippet);
    this.range = toRange(document, item.replace);
    this.additionalTextEdits = item.additionalEdits.map((edit) => toEdit(document, edit));
    if (item.continues) this.command = { command: 'editor.action.triggerSuggest', title: '' };
  }
}

export function registerCompletion(
  documents: PolicyDocuments,
  load: LoadLanguage,
  account: AccountParts,
): vscode.Disposable {
  const provider = completionProvider(documents, load, account);
  return vscode.languages.registerCompletionItemProvider(selector, provider, ...TRIGGERS);
}

export function completionProvider(
  documents: PolicyDocuments,
  load: LoadLanguage,
  account: AccountParts,
): vscode.CompletionItemProvider {
  const values = lazyValues(account);
  const provider: vscode.CompletionItemProvider = {
    /**
     * Without a promise wherever it can be: keys that are typed meanwhile may change the document
     * before one is answered, and the ranges would be those of another text than was asked about.
     */
    provideCompletionItems(document, position, token) {
      const opened = documents.openNow(document);
      const known = values.now();
      if (opened && known) return listAt(document, position, opened, known.forList());
      return firstList(document, position, token);
    },
    async resolveCompletionItem(item) {
      if (!(item instanceof PolicyCompletionItem) || !item.item.subject) return item;
      const text = (await load()).describe(item.item.subject);
      if (text) item.documentation = toMarkdown(text);
      return item;
    },
  };
  /** Nothing where the text has changed until all was loaded: the next key asks again. */
  const firstList = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionList | undefined> => {
    const { version } = document;
    const opened = await documents.open(document);
    if (!opened) return undefined;
    const known = await values.load();
    if (token.isCancellationRequested || document.version !== version) return undefined;
    return listAt(document, position, opened, known.forList());
  };
  return provider;
}

/** What names of the account come from. */
export interface AccountParts {
  connections: Connections;
  log: vscode.LogOutputChannel;
}

/** Names of the account for completion: a bundle of its own, read with the first list. */
function lazyValues({ connections, log }: AccountParts) {
  let values: ConnectedValues | undefined;
  const listBuckets = () =>
    vscode.workspace.getConfiguration('iamWorkbench.completion').get('listBuckets') !== false;
  return {
    now: () => values,
    load: async (): Promise<ConnectedValues> => {
      const { ConnectedValues } = await import('./accountValues');
      return (values ??= new ConnectedValues({ connections, listBuckets, log }));
    },
  };
}

function listAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  { language, policy, kind }: OpenPolicy,
  account: ValuesForList,
): vscode.CompletionList {
  const offset = document.offsetAt(position);
  const today = isoDay(new Date());
  const items = language.complete(policy, offset, { kind, account, today });
  const doubles = doublesIn(document, policy, offset, language.locate(policy, offset));
  const shown = items.filter(({ label }) => !doubles.has(label));
  return new vscode.CompletionList(
    shown.map((item) => new PolicyCompletionItem(item, document)),
    account.isIncomplete || items.some((item) => growing.has(item.kind)),
  );
}

/** In universal time, which dates in policies are in. */
const isoDay = (date: Date) => date.toISOString().slice(0, 10);

function doublesIn(
  document: vscode.TextDocument,
  policy: PolicyDocument,
  offset: number,
  location: Parameters<typeof offeredByJson>[1],
): ReadonlySet<string> {
  if (document.languageId === LANGUAGE_ID) return new Set();
  return offeredByJson(policy, location, offset);
}
