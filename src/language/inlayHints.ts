import * as vscode from 'vscode';
import { toMarkdown } from './convert';
import type { LoadLanguage } from './loadLanguage';
import { selector, type PolicyDocuments } from './policyDocuments';
import { policySettings, SECTION } from './settings';

class PatternHint extends vscode.InlayHint {
  constructor(
    position: vscode.Position,
    readonly pattern: string,
    count: number,
  ) {
    super(position, `→ ${count.toLocaleString('en')} ${count === 1 ? 'action' : 'actions'}`);
    this.paddingLeft = true;
  }
}

/** Behind each action pattern in sight how many actions it matches; the tooltip names them. */
export function registerInlayHints(
  documents: PolicyDocuments,
  load: LoadLanguage,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    async provideInlayHints(document, range, token) {
      if (!policySettings(document).inlayHints) return [];
      const opened = await documents.open(document);
      if (!opened || token.isCancellationRequested) return [];
      const part = { offset: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      return opened.language.editor
        .patternCounts(opened.policy, part)
        .map(
          ({ end, pattern, count }) => new PatternHint(document.positionAt(end), pattern, count),
        );
    },
    async resolveInlayHint(hint) {
      if (!(hint instanceof PatternHint)) return hint;
      const text = (await load()).describe({ kind: 'pattern', pattern: hint.pattern });
      if (text) hint.tooltip = toMarkdown(text);
      return hint;
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(selector, provider),
  );
}
