import * as vscode from 'vscode';
import type { Finding, Fix } from '../policy/finding';
import { codeOf, toEdit, toRange } from './convert';
import type { PolicyDiagnostics } from './diagnostics';
import { selector } from './policyDocuments';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('iamWorkbench');

/** Quick fixes of the findings at a place, all of one kind at once, and "fix all" where meaning cannot change. */
export function registerCodeActions(diagnostics: PolicyDiagnostics): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context, token) {
      const findings = await diagnostics.findings(document);
      if (token.isCancellationRequested || findings.length === 0) return [];
      if (context.only?.contains(FIX_ALL)) return fixAll(document, findings);
      if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
      return findings
        .filter((finding) => toRange(document, finding).intersection(range))
        .flatMap((finding) => [
          ...finding.fixes.map((fix) => quickFix(document, finding, fix, context.diagnostics)),
          ...sameKind(document, finding, findings),
        ]);
    },
  };
  return vscode.languages.registerCodeActionsProvider(selector, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL],
  });
}

function quickFix(
  document: vscode.TextDocument,
  finding: Finding,
  fix: Fix,
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = editOf(document, [fix]);
  action.isPreferred = fix.preferred === true;
  const range = toRange(document, finding);
  action.diagnostics = shown.filter(
    (diagnostic) => codeOf(diagnostic) === finding.code && diagnostic.range.isEqual(range),
  );
  return action;
}

/** "Fix all …" beside a fix, when the document has more findings of the same code with one right answer. */
function sameKind(
  document: vscode.TextDocument,
  finding: Finding,
  findings: readonly Finding[],
): vscode.CodeAction[] {
  const fixes = findings
    .filter(({ code }) => code === finding.code)
    .flatMap(({ fixes: all }) => all.find(({ preferred }) => preferred) ?? []);
  if (fixes.length < 2) return [];
  const title = `Fix all ${fixes.length} of ${finding.code}`;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = editOf(document, fixes);
  return [action];
}

function fixAll(document: vscode.TextDocument, findings: readonly Finding[]): vscode.CodeAction[] {
  const fixes = findings.flatMap(({ fixes: all }) => all.find(({ safe }) => safe) ?? []);
  if (fixes.length === 0) return [];
  const action = new vscode.CodeAction('Fix all that cannot change the meaning', FIX_ALL);
  action.edit = editOf(document, fixes);
  return [action];
}

/** Edits of several fixes; one that overlaps an earlier one is left for the next time. */
function editOf(document: vscode.TextDocument, fixes: readonly Fix[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  let taken = -1;
  const ordered = fixes
    .map(({ edits }) => [...edits].sort((a, b) => a.offset - b.offset))
    .sort((a, b) => (a[0]?.offset ?? 0) - (b[0]?.offset ?? 0));
  for (const edits of ordered) {
    if ((edits[0]?.offset ?? 0) < taken) continue;
    edit.set(document.uri, [
      ...edit.get(document.uri),
      ...edits.map((each) => toEdit(document, each)),
    ]);
    taken = edits.at(-1)?.end ?? taken;
  }
  return edit;
}
