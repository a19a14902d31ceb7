import * as vscode from 'vscode';
import { timeOfDay } from '../../ui/words';
import { ownSelector } from '../policyDocuments';
import type { DocumentAnalyzer, Outcome } from './policyAnalyzer';

const CHECK = { command: 'iamWorkbench.checkWithAccessAnalyzer', title: 'Check' };

/** Says in the language status when AWS was asked about the document, and what came of it. */
export function registerAnalyzerStatus(analyzer: DocumentAnalyzer): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem(
    'iamWorkbench.accessAnalyzer',
    ownSelector,
  );
  item.name = 'IAM Access Analyzer';
  const changed = new WeakSet<vscode.TextDocument>();
  const show = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    draw(item, document && analyzer.outcomeOf(document), !!document && changed.has(document));
  };
  show();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || changed.has(document)) return;
      changed.add(document);
      show();
    }),
    analyzer.onDidAsk((document) => {
      if (analyzer.outcomeOf(document) === 'asking') changed.delete(document);
      show();
    }),
  );
}

function draw(
  item: vscode.LanguageStatusItem,
  outcome: Outcome | undefined,
  changed: boolean,
): void {
  item.busy = outcome === 'asking';
  item.severity = vscode.LanguageStatusSeverity.Information;
  item.command = outcome === 'asking' ? undefined : CHECK;
  item.detail = undefined;
  if (outcome === undefined || outcome === 'asking') {
    item.text = outcome ? 'Access Analyzer is asked' : 'Access Analyzer was not asked';
  } else if ('failure' in outcome) {
    item.text = 'Access Analyzer did not answer';
    item.detail = outcome.failure;
    item.severity = vscode.LanguageStatusSeverity.Warning;
  } else {
    const { added, confirmed } = outcome.report;
    item.text = `Access Analyzer: ${added + confirmed} found at ${timeOfDay(outcome.at)}`;
    item.detail = changed ? `${outcome.label}, changed since` : outcome.label;
  }
}
