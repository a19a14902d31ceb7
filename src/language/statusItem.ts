import * as vscode from 'vscode';
import { kindLabels } from '../policy/kind';
import { selector, type PolicyDocuments } from './policyDocuments';
import { createSizeItem, showSize } from './sizeItem';

const COMMAND = 'iamWorkbench.choosePolicyKind';

/** Milliseconds without a keystroke before the items follow the text. */
const DELAY = 200;

/** Shows kind and size of the policy in the language status; the kind can be changed there. */
export function registerStatusItem(
  documents: PolicyDocuments,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const kind = vscode.languages.createLanguageStatusItem('iamWorkbench.policyKind', []);
  kind.name = 'Kind of IAM policy';
  const size = createSizeItem();
  let timer: NodeJS.Timeout | undefined;
  const show = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      update(kind, size, documents).catch((error: unknown) =>
        log.error(`Status of a policy: ${String(error)}`),
      );
    }, delay);
  };
  show(0);
  return vscode.Disposable.from(
    kind,
    size,
    { dispose: () => clearTimeout(timer) },
    vscode.window.onDidChangeActiveTextEditor(() => show(0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) show(DELAY);
    }),
    documents.onDidChangeKind(() => show(0)),
  );
}

async function update(
  kind: vscode.LanguageStatusItem,
  size: vscode.LanguageStatusItem,
  documents: PolicyDocuments,
): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const opened = document && (await documents.open(document));
  if (document !== vscode.window.activeTextEditor?.document) return;
  showSize(size, document, opened);
  // An item cannot be hidden, but one for no document is not shown.
  kind.selector = opened ? selector : [];
  if (!document || !opened) return;
  const isUnknown = opened.kind === 'unknown';
  kind.text = isUnknown ? 'Kind of policy unknown' : kindLabels[opened.kind];
  kind.detail = isUnknown
    ? 'general checks only'
    : documents.chosenKind(document)
      ? 'chosen by hand'
      : `catalog of ${opened.language.catalog.date}`;
  kind.command =
    document.uri.scheme === 'iam'
      ? undefined
      : { command: COMMAND, title: isUnknown ? 'Choose Kind' : 'Change Kind' };
}
