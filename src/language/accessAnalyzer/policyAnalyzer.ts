import * as vscode from 'vscode';
import type { Opinions, PlacedFinding } from '../../policy/index';
import { kindLabels } from '../../policy/kind';
import type {
  ActiveAccount,
  AnalyzerReport,
  AnalyzerSubject,
  PolicyAnalyzer,
} from '../../services';
import { plainText } from '../../ui/plainText';
import { levels } from '../convert';
import type { PolicyDiagnostics } from '../diagnostics';
import type { OpenPolicy, PolicyDocuments } from '../policyDocuments';
import { policySettings } from '../settings';
import { AnalyzerMarks, type Mark } from './marks';

/** How the last question about a document ended. */
export type Outcome =
  { at: Date; label: string; report: AnalyzerReport } | { at: Date; failure: string } | 'asking';

const VALIDATE = 'ValidatePolicy';

/** Asks IAM Access Analyzer about open documents and shows its findings beside ours, none twice. */
export class DocumentAnalyzer implements PolicyAnalyzer, vscode.Disposable {
  private readonly marks = new AnalyzerMarks();
  private readonly outcomes = new WeakMap<vscode.TextDocument, Outcome>();
  private readonly asked = new vscode.EventEmitter<vscode.TextDocument>();
  /** Fires when a question begins and when it has ended. */
  readonly onDidAsk = this.asked.event;
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly documents: PolicyDocuments,
    private readonly diagnostics: PolicyDiagnostics,
    private readonly log: vscode.LogOutputChannel,
  ) {
    // What AWS said was about a policy of the other kind.
    const kind = documents.onDidChangeKind((document) => this.marks.forget(document));
    this.subscriptions = vscode.Disposable.from(this.marks, this.asked, kind);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  outcomeOf(document: vscode.TextDocument): Outcome | undefined {
    return this.outcomes.get(document);
  }

  /** Tells that a question that nobody waits for failed, in a sentence. */
  noteFailure(document: vscode.TextDocument, failure: string): void {
    this.note(document, { at: new Date(), failure });
  }

  async subjectOf(document: vscode.TextDocument): Promise<AnalyzerSubject | undefined> {
    const opened = await this.documents.open(document);
    if (!opened) return undefined;
    const { language, policy, kind } = opened;
    return {
      text: policy.text,
      kind: kindLabels[kind],
      request: language.analyzerRequest(policy, kind),
    };
  }

  async check(
    document: vscode.TextDocument,
    active: ActiveAccount,
    signal?: AbortSignal,
  ): Promise<AnalyzerReport | undefined> {
    const ours = await this.diagnostics.findings(document);
    const opened = await this.documents.open(document);
    const request = opened?.language.analyzerRequest(opened.policy, opened.kind);
    if (!opened || !request) return undefined;
    const recording = this.marks.record(document);
    const before = this.outcomes.get(document);
    this.note(document, 'asking');
    try {
      const { policyType, resourceType } = request;
      const question = { document: opened.policy.text, policyType, resourceType };
      const found = await active.account.accessAnalyzer.validatePolicy(question, { signal });
      const opinions = opened.language.compareOpinions(opened.policy, ours, found);
      const report = this.show(document, opinions, recording.changes);
      this.write(document, active, opinions);
      this.note(document, { at: report.at, label: active.resolved.label, report });
      return report;
    } catch (error) {
      this.note(document, before);
      throw error;
    } finally {
      recording.stop();
    }
  }

  async showReasons(
    document: vscode.TextDocument,
    text: string,
    operation: string,
    reasons: readonly { description: string; statementIndex?: number }[],
  ): Promise<void> {
    const opened = await this.documents.open(document);
    // The statements that are meant are those of the text that was asked about.
    if (opened?.policy.text !== text) return;
    this.marks.set(
      document,
      operation,
      reasons.flatMap((reason) => reasonMark(opened, operation, reason)),
    );
  }

  private show(
    document: vscode.TextDocument,
    { added, confirmed }: Opinions,
    changes: Parameters<AnalyzerMarks['set']>[3],
  ): AnalyzerReport {
    const settings = policySettings(document);
    const shown = added.flatMap((finding) => findingMark(finding, settings.levels[finding.code]));
    this.marks.set(document, VALIDATE, shown, changes);
    const hidden = added.length - shown.length;
    return { at: new Date(), added: shown.length, confirmed, hidden };
  }

  /** Codes, paths and positions only: the log may be sent to somebody. */
  private write(
    document: vscode.TextDocument,
    { resolved }: ActiveAccount,
    { added, confirmed, log }: Opinions,
  ): void {
    const own = resolved.endpoint === undefined ? 'AWS' : plainText(resolved.label);
    const who = resolved.connection.kind === 'practice' ? 'the practice account' : own;
    const name = plainText(vscode.workspace.asRelativePath(document.uri));
    const counts = `${added.length} found by ${who} only, ${confirmed} found by both`;
    this.log.info(`${VALIDATE} of ${name} by ${who}: ${counts}`);
    for (const line of log) this.log.info(`  ${plainText(line)}`);
  }

  private note(document: vscode.TextDocument, outcome: Outcome | undefined): void {
    if (outcome) this.outcomes.set(document, outcome);
    else this.outcomes.delete(document);
    this.asked.fire(document);
  }
}

/** The settings of our own checks hold for AWS's findings of the same codes too. */
function findingMark(
  { code, message, severity, url, mark, places }: PlacedFinding,
  level: PlacedFinding['severity'] | 'off' | undefined,
): Mark[] {
  if (level === 'off') return [];
  return [
    {
      span: mark,
      places,
      severity: levels[level ?? severity],
      message: plainText(message),
      code: plainText(code),
      ...(url === undefined ? {} : { url }),
    },
  ];
}

/** A reason is about a whole statement: its Sid is marked, or its first character. */
function reasonMark(
  { policy }: OpenPolicy,
  code: string,
  { description, statementIndex }: { description: string; statementIndex?: number },
): Mark[] {
  const statement = statementIndex === undefined ? undefined : policy.statements[statementIndex];
  if (!statement) return [];
  const { node, sid } = statement;
  return [
    {
      span: sid ?? { offset: node.offset, end: node.offset + 1 },
      places: [{ offset: node.offset, end: node.end }],
      severity: vscode.DiagnosticSeverity.Warning,
      message: plainText(description),
      code,
    },
  ];
}
