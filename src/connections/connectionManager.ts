import type * as vscode from 'vscode';
import type { Connection, ResolvedConnection } from '../iam/connection/connection';
import { Emitter } from '../iam/events';
import type { ActiveAccount, Connections } from '../services';
import type { ConnectionOpener } from './opener';

const REMEMBERED = 'connection';

/** What the manager reads of the settings. */
export interface ConnectionSettings {
  /** The connection for a workspace that remembers none. */
  defaultConnection(): Connection | undefined;
}

/**
 * Holds the one connection in use. Each has an account model of its own, disposed when another one
 * is chosen, so nothing of one account is shown or written under another.
 */
export class ConnectionManager implements Connections {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private current: ActiveAccount | undefined;
  private restoring: Promise<ActiveAccount | undefined> | undefined;
  /** Counts uses, so that an opening that was overtaken by another one is dropped. */
  private generation = 0;

  constructor(
    private readonly opener: ConnectionOpener,
    private readonly memory: vscode.Memento,
    private readonly settings: ConnectionSettings,
  ) {}

  get active(): ActiveAccount | undefined {
    return this.current;
  }

  restore(): Promise<ActiveAccount | undefined> {
    if (this.current) return Promise.resolve(this.current);
    this.restoring ??= this.connectRemembered().finally(() => (this.restoring = undefined));
    return this.restoring;
  }

  private async connectRemembered(): Promise<ActiveAccount | undefined> {
    const remembered = this.memory.get<Connection>(REMEMBERED) ?? this.settings.defaultConnection();
    return remembered && this.use(remembered);
  }

  available(): Promise<ResolvedConnection[]> {
    return this.opener.available();
  }

  async use(connection: Connection): Promise<ActiveAccount> {
    const mine = ++this.generation;
    const opened = await this.opener.open(connection);
    if (mine !== this.generation) {
      opened.account.dispose();
      return this.current ?? opened;
    }
    this.replace(opened);
    await this.memory.update(REMEMBERED, connection);
    return opened;
  }

  async reconnect(): Promise<void> {
    const connection = this.current?.resolved.connection;
    if (connection) await this.use(connection);
    else await this.restore();
  }

  async resetPractice(): Promise<void> {
    await this.opener.resetPractice();
    if (this.current?.resolved.connection.kind === 'practice') await this.reconnect();
  }

  async disconnect(): Promise<void> {
    this.generation++;
    this.replace(undefined);
    await this.memory.update(REMEMBERED, undefined);
  }

  dispose(): void {
    this.generation++;
    this.current?.account.dispose();
    this.current = undefined;
    this.changed.dispose();
  }

  private replace(next: ActiveAccount | undefined): void {
    this.current?.account.dispose();
    this.current = next;
    this.changed.fire();
  }
}
