import type * as vscode from 'vscode';
import type { AnalyzerPolicyType } from './iam/accessAnalyzer/model';
import type { Account } from './iam/account';
import type { Connection, ResolvedConnection } from './iam/connection/connection';
import type { Disposable, Event } from './iam/events';
import type { EntityRef, PolicyRef } from './iam/model';
import type { Prompter } from './ui/prompts';

/** The connection in use and the account behind it. Each connection has an account model of its own. */
export interface ActiveAccount {
  resolved: ResolvedConnection;
  account: Account;
}

/** A connection that can be chosen, as a list shows it. */
export interface AvailableConnection {
  connection: Connection;
  label: string;
  description: string;
}

export interface Connections extends Disposable {
  /** Undefined when nothing is connected yet. */
  readonly active: ActiveAccount | undefined;
  /** Fires after the active connection changed or its settings or files did. */
  readonly onDidChange: Event<void>;
  /** Connects what the workspace remembers or the settings name; once, however often it is called. */
  restore(): Promise<ActiveAccount | undefined>;
  /** The same, for what nobody has asked for: undefined where a person would be asked for a code. */
  restoreQuietly(): Promise<ActiveAccount | undefined>;
  /** Those that can be chosen now: practice account, profiles found, environment when set. */
  available(): Promise<AvailableConnection[]>;
  use(connection: Connection): Promise<ActiveAccount>;
  /** Reads files and settings anew and asks for fresh credentials; what was loaded is dropped. */
  reconnect(): Promise<void>;
  /** Brings back the state that the practice account started with. */
  resetPractice(): Promise<void>;
  disconnect(): Promise<void>;
}

/** The tree of the account, as far as commands may know it. */
export interface AccountTree {
  readonly selection: readonly EntityRef[];
  /** What the tree is narrowed to; empty for everything. */
  filter: string;
  /** Selects a user, group or customer managed policy in the view; false when it is not there. */
  reveal(ref: EntityRef): Promise<boolean>;
}

/** Policies as documents of the editor. */
export interface PolicyDocuments {
  /** Address of a policy's document in the connection in use. */
  uriOf(ref: PolicyRef): vscode.Uri;
  open(ref: PolicyRef): Promise<void>;
  /** Opens the text in an untitled document that can be changed freely. */
  openCopy(ref: PolicyRef): Promise<void>;
  /** What the account holds now of the policy that a document shows; undefined for other documents. */
  stored(uri: vscode.Uri): Promise<string | undefined>;
  /** Shows two versions of a managed policy side by side. */
  compare(arn: string, oldVersionId: string, newVersionId: string): Promise<void>;
}

/** What the policy language says of a document before it is sent. */
export interface PolicyReview {
  /** Findings of severity error only: AWS would refuse the document. */
  faults(text: string): Promise<PolicyFault[]>;
  /** Sentences that say which access the new text adds to the old; empty when it adds none. */
  widened(before: string, after: string): Promise<string[]>;
  /** What an identity policy allows, and every finding on it. */
  describe(text: string): Promise<PolicyDescription>;
}

export interface PolicyDescription {
  /** One plain sentence. */
  sentence: string;
  allowsEverything: boolean;
  /** Worst first. */
  findings: { severity: string; message: string }[];
}

/** An error that keeps a policy from being sent, by its place in the text. */
export interface PolicyFault {
  message: string;
  offset: number;
}

/** A document as IAM Access Analyzer can be asked about it. */
export interface AnalyzerSubject {
  text: string;
  /** In words: "Resource policy". */
  kind: string;
  /** Absent where the kind of the policy is not known. */
  request?: { policyType: AnalyzerPolicyType; resourceType?: string; publicAccessType?: string };
}

/** What came of a question to ValidatePolicy. */
export interface AnalyzerReport {
  at: Date;
  /** Found by AWS only, and shown. */
  added: number;
  /** Found by AWS and by us, and shown as ours. */
  confirmed: number;
  /** Turned off in the settings. */
  hidden: number;
}

/** IAM Access Analyzer's opinion on open documents. */
export interface PolicyAnalyzer {
  /** Undefined when the document is no policy. */
  subjectOf(document: vscode.TextDocument): Promise<AnalyzerSubject | undefined>;
  /**
   * Asks ValidatePolicy, which is free, and shows its findings beside ours. Undefined when the
   * document is no policy of a known kind. Rejects with an IamError.
   */
  check(
    document: vscode.TextDocument,
    active: ActiveAccount,
    signal?: AbortSignal,
  ): Promise<AnalyzerReport | undefined>;
  /** Marks the statements that a check names, while the document still has the text it was about. */
  showReasons(
    document: vscode.TextDocument,
    text: string,
    operation: string,
    reasons: readonly { description: string; statementIndex?: number }[],
  ): Promise<void>;
}

/** What open documents are used as. */
export interface PolicyKinds {
  /** Asks for the kind of the policy in the editor in front; says so when there is none. */
  choose(): Promise<void>;
}

/** A page of the editor area, as far as others may know it. */
export interface OpenPage {
  show(): void;
  /** Answers a message as if the page had sent it. */
  receive(message: unknown): Promise<void>;
}

/** Everything a feature is given. Features take what they need as parameters; there is no global. */
export interface Services {
  context: vscode.ExtensionContext;
  log: vscode.LogOutputChannel;
  prompts: Prompter;
  connections: Connections;
  tree: AccountTree;
  documents: PolicyDocuments;
  policyReview: PolicyReview;
  policyAnalyzer: PolicyAnalyzer;
  policyKinds: PolicyKinds;
  /** Pages of service accounts that hold what must not be lost, shown or not. */
  openPages: Set<OpenPage>;
}
