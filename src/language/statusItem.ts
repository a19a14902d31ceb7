import * as vscode from 'vscode';
import { kindLabels, policyKinds, type PolicyKind } from '../policy/kind';
import type { Prompter } from '../ui/prompts';
import { selector, type PolicyDocuments } from './policyDocuments';

const COMMAND = 'iamWorkbench.choosePolicyKind';

/** Shows the kind of the policy in the language status, where it can be changed. */
export function registerStatusItem(
  documents: PolicyDocuments,
  prompts: () => Prompter,
): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('iamWorkbench.policyKind', selector);
  item.name = 'Kind of IAM policy';
  const show = () => void update(item, documents);
  show();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) show();
    }),
    documents.onDidChangeKind(show),
    vscode.commands.registerCommand(COMMAND, () => chooseKind(documents, prompts())),
  );
}

async function update(item: vscode.LanguageStatusItem, documents: PolicyDocuments): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const opened = document && (await documents.open(document));
  if (document !== vscode.window.activeTextEditor?.document) return;
  if (!document || !opened) {
    item.text = 'No IAM policy';
    item.detail = undefined;
    item.command = undefined;
    return;
  }
  item.text = kindLabels[opened.kind];
  item.detail = documents.chosenKind(document)
    ? 'chosen by hand'
    : `catalog of ${opened.language.catalog.date}`;
  item.command =
    document.uri.scheme === 'iam' ? undefined : { command: COMMAND, title: 'Change Kind' };
}

async function chooseKind(documents: PolicyDocuments, prompts: Prompter): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const chosen = documents.chosenKind(document);
  const automatic = { label: 'By file name and content', picked: !chosen, value: undefined };
  const kinds = policyKinds
    .filter((kind) => kind !== 'unknown')
    .map((kind) => ({ label: kindLabels[kind], picked: kind === chosen, value: kind }));
  const answer = await prompts.pick<PolicyKind | undefined | 'automatic'>({
    title: 'Kind of policy',
    placeholder: 'What is this document used as?',
    choices: [{ ...automatic, value: 'automatic' }, ...kinds],
  });
  if (typeof answer !== 'string') return;
  await documents.chooseKind(document, answer === 'automatic' ? undefined : answer);
}
