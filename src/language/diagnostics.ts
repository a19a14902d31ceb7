import * as vscode from 'vscode';
import type { Finding } from '../policy/finding';
import { checkPage } from './checkPages';
import { toDiagnostic } from './convert';
import type { KnownAccount } from './knownAccount';
import type { PolicyDocuments } from './policyDocuments';
import { policySettings, SECTION } from './settings';

/** Milliseconds without a keystroke before a document is checked. */
const DELAY = 150;
/** Milliseconds that a check may take; what was found until then is shown. */
const LIMIT = 1_000;

/** Shows the findings of every open policy, and keeps them for the quick fixes. */
export class PolicyDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('iam');
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly found = new WeakMap<
    vscode.TextDocument,
    { version: number; findings: Finding[] }
  >();
  private readonly subscriptions: readonly { dispose(): unknown }[];

  constructor(
    private readonly documents: PolicyDocuments,
    private readonly log: vscode.LogOutputChannel,
    private readonly account: KnownAccount,
  ) {
    this.subscriptions = [
      this.collection,
      vscode.workspace.onDidOpenTextDocument((document) => this.schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.schedule(document, DELAY)),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SECTION)) this.checkAll();
      }),
      documents.onDidChangeKind((document) => this.schedule(document, 0)),
    ];
    this.checkAll();
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Findings of the text as it is now; checks it when that has not been done yet. */
  async findings(document: vscode.TextDocument): Promise<readonly Finding[]> {
    const known = this.found.get(document);
    if (known?.version !== document.version) await this.check(document);
    const now = this.found.get(document);
    return now?.version === document.version ? now.findings : [];
  }

  private checkAll(): void {
    vscode.workspace.textDocuments.forEach((document) => this.schedule(document, 0));
  }

  private schedule(document: vscode.TextDocument, delay: number): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    const run = () => {
      this.timers.delete(key);
      this.check(document).catch((error: unknown) =>
        this.log.error(`Check of a policy: ${String(error)}`),
      );
    };
    this.timers.set(key, setTimeout(run, delay));
  }

  private forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.collection.delete(document.uri);
  }

  /** What was found for an older text is dropped: a newer one has its own check. */
  private async check(document: vscode.TextDocument): Promise<void> {
    const settings = policySettings(document);
    const opened = settings.enabled ? await this.documents.open(document) : undefined;
    if (document.isClosed) return;
    if (!opened) {
      this.collection.delete(document.uri);
      return;
    }
    const { version } = document;
    const until = performance.now() + LIMIT;
    const { language, policy, kind } = opened;
    const accountId = this.account.id;
    const findings = language.check(policy, {
      kind,
      ...(accountId === undefined ? {} : { accountId }),
      levels: settings.levels,
      shouldStop: () => performance.now() > until,
    });
    this.found.set(document, { version, findings });
    this.collection.set(
      document.uri,
      findings.map((finding) => {
        const known = language.pageOf(finding.code) !== undefined;
        return toDiagnostic(document, finding, known ? checkPage(finding.code) : undefined);
      }),
    );
  }
}
