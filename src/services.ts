import type * as vscode from 'vscode';
import type { Account } from './iam/account';
import type { Connection, ResolvedConnection } from './iam/connection/connection';
import type { Event } from './iam/events';
import type { Prompter } from './ui/prompts';

/** The connection in use and the account behind it. Each connection has an account model of its own. */
export interface ActiveAccount {
  resolved: ResolvedConnection;
  account: Account;
}

export interface Connections extends vscode.Disposable {
  /** Undefined when nothing is connected yet. */
  readonly active: ActiveAccount | undefined;
  /** Fires after the active connection changed or its settings or files did. */
  readonly onDidChange: Event<void>;
  /** Those that can be chosen now: practice account, profiles found, environment when set. */
  available(): Promise<ResolvedConnection[]>;
  use(connection: Connection): Promise<ActiveAccount>;
  disconnect(): Promise<void>;
}

/** Everything a feature is given. Features take what they need as parameters; there is no global. */
export interface Services {
  context: vscode.ExtensionContext;
  log: vscode.LogOutputChannel;
  prompts: Prompter;
  connections: Connections;
}
