import * as vscode from 'vscode';
import type { Finding, Fix, FixWhich, RefactoringOffer, TextEdit } from '../policy/index';
import { checkPage } from './checkPages';
import { setLevelCommand } from './checkLevels';
import { codeOf, toEdit, toRange } from './convert';
import type { PolicyDiagnostics } from './diagnostics';
import { selector, type OpenPolicy, type PolicyDocuments } from './policyDocuments';
import { policySettings } from './settings';

const { QuickFix, Refactor, SourceFixAll } = vscode.CodeActionKind;
const FIX_ALL = SourceFixAll.append('iamWorkbench');

/** Milliseconds that fixing many findings may take; what was fixed until then stays. */
const LIMIT = 2_000;

type Edits = (opened: OpenPolicy, token: vscode.CancellationToken) => readonly TextEdit[];

/** An action whose edits are worked out when it is chosen. */
class LateAction extends vscode.CodeAction {
  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    readonly document: vscode.TextDocument,
    readonly edits: Edits,
  ) {
    super(title, kind);
  }
}

/**
 * What the lightbulb offers: fixes of the findings at a place, all of one code at once, the code's
 * page and its level, refactorings of the statement; and "fix all" where meaning cannot change.
 */
export function registerCodeActions(
  documents: PolicyDocuments,
  diagnostics: PolicyDiagnostics,
): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { only, diagnostics: shown }, token) {
      const findings = await diagnostics.findings(document);
      const opened = await documents.open(document);
      if (!opened || token.isCancellationRequested) return [];
      // No kind at all contains every kind, but asks for what the lightbulb shows.
      if (only?.value && only.contains(FIX_ALL)) return fixAll(document, findings);
      const wants = (kind: vscode.CodeActionKind) =>
        !only || only.contains(kind) || kind.contains(only);
      return [
        ...(wants(QuickFix) ? quickFixes(document, opened, findings, range, shown) : []),
        ...(wants(Refactor) ? refactorings(document, opened, range, wants) : []),
      ];
    },
    async resolveCodeAction(action, token) {
      if (!(action instanceof LateAction)) return action;
      const opened = await documents.open(action.document);
      if (opened) action.edit = editOf(action.document, action.edits(opened, token));
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider(selector, provider, {
    providedCodeActionKinds: [QuickFix, Refactor, FIX_ALL],
  });
}

function quickFixes(
  document: vscode.TextDocument,
  { language }: OpenPolicy,
  findings: readonly Finding[],
  range: vscode.Range,
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const here = findings.filter((finding) => toRange(document, finding).intersection(range));
  const codes = [...new Set(here.map(({ code }) => code))];
  return [
    ...here.flatMap((finding) =>
      finding.fixes.map((fix) => quickFix(document, finding, fix, shown)),
    ),
    ...codes.flatMap((code) => sameCode(document, code, findings, shown)),
    ...codes
      .filter((code) => language.pageOf(code) !== undefined)
      .flatMap((code) => aboutCode(document, code, shown)),
  ];
}

function quickFix(
  document: vscode.TextDocument,
  finding: Finding,
  fix: Fix,
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.title, QuickFix);
  action.edit = editOf(document, fix.edits);
  action.isPreferred = fix.preferred === true;
  const range = toRange(document, finding);
  action.diagnostics = withCode(shown, finding.code).filter((diagnostic) =>
    diagnostic.range.isEqual(range),
  );
  return action;
}

/** "Fix all …", when the document has several findings of the code with one right answer. */
function sameCode(
  document: vscode.TextDocument,
  code: string,
  findings: readonly Finding[],
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const fixable = findings.filter(
    (finding) => finding.code === code && finding.fixes.some(({ preferred }) => preferred),
  );
  if (fixable.length < 2) return [];
  const title = `Fix all ${fixable.length} of ${code}`;
  const action = new LateAction(title, QuickFix, document, fixing(document, { code }));
  action.diagnostics = withCode(shown, code);
  return [action];
}

/** The editor lists actions without diagnostics last, so those about a code have its. */
function withCode(shown: readonly vscode.Diagnostic[], code: string): vscode.Diagnostic[] {
  return shown.filter((diagnostic) => codeOf(diagnostic) === code);
}

/** What can be done about a code rather than about a finding. */
function aboutCode(
  document: vscode.TextDocument,
  code: string,
  shown: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const commands: vscode.Command[] = [
    { title: `Explain ${code}`, command: 'vscode.open', arguments: [checkPage(code)] },
    { ...setLevelCommand(document.uri, code), title: `Show ${code} as…` },
    { ...setLevelCommand(document.uri, code, 'off'), title: `Turn ${code} off in settings` },
  ];
  return commands.map((command) => {
    const action = new vscode.CodeAction(command.title, QuickFix);
    action.command = command;
    action.diagnostics = withCode(shown, code);
    return action;
  });
}

function refactorings(
  document: vscode.TextDocument,
  { language, policy, kind }: OpenPolicy,
  range: vscode.Range,
  wants: (kind: vscode.CodeActionKind) => boolean,
): vscode.CodeAction[] {
  const selection = { offset: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return language.changes
    .refactor(policy, selection, kind)
    .map((offer) => refactoring(document, offer))
    .filter((action) => action.kind && wants(action.kind));
}

function refactoring(document: vscode.TextDocument, offer: RefactoringOffer): vscode.CodeAction {
  const menu = offer.kind.slice(Refactor.value.length + 1);
  const kind = Refactor.append(menu).append(offer.id);
  return new LateAction(offer.title, kind, document, () => offer.edits());
}

function fixAll(document: vscode.TextDocument, findings: readonly Finding[]): vscode.CodeAction[] {
  if (!findings.some(({ fixes }) => fixes.some(({ safe }) => safe))) return [];
  return [
    new LateAction(
      'Fix all that cannot change the meaning',
      FIX_ALL,
      document,
      fixing(document, 'safe'),
    ),
  ];
}

/** Fixes many findings, as far as there is time. */
function fixing(document: vscode.TextDocument, which: FixWhich): Edits {
  return ({ language, kind }, token) => {
    const until = performance.now() + LIMIT;
    return language.changes.fixAll(document.getText(), which, {
      kind,
      levels: policySettings(document).levels,
      shouldStop: () => token.isCancellationRequested || performance.now() > until,
    });
  };
}

function editOf(document: vscode.TextDocument, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map((each) => toEdit(document, each)),
  );
  return edit;
}
