import type * as vscode from 'vscode';
import type { Connection } from '../iam/connection/connection';
import { Emitter } from '../iam/events';
import type { ActiveAccount, AvailableConnection, Connections } from '../services';
import type { ConnectionOpener } from './opener';

const REMEMBERED = 'connection';

/**
 * Holds the one connection in use. Each has an account model of its own, disposed when another one
 * is chosen, so nothing of one account is shown or written under another.
 */
export class ConnectionManager implements Connections {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private current: (ActiveAccount & { fingerprint: string }) | undefined;
  private restoring: Promise<ActiveAccount | undefined> | undefined;
  /** Counts uses, so that an opening that was overtaken by another one is dropped. */
  private generation = 0;

  constructor(
    private readonly opener: ConnectionOpener,
    private readonly memory: vscode.Memento,
    private readonly defaultConnection: () => Connection | undefined,
  ) {}

  get active(): ActiveAccount | undefined {
    return this.current;
  }

  get remembered(): Connection | undefined {
    return this.memory.get<Connection>(REMEMBERED) ?? this.defaultConnection();
  }

  restore(): Promise<ActiveAccount | undefined> {
    if (this.current) return Promise.resolve(this.current);
    this.restoring ??= this.connectRemembered().finally(() => (this.restoring = undefined));
    return this.restoring;
  }

  async restoreQuietly(): Promise<ActiveAccount | undefined> {
    if (this.current || this.restoring || !this.remembered) return this.restoring ?? this.current;
    const { resolved } = await this.opener.resolve(this.remembered);
    return resolved.asksForCode ? this.current : this.restore();
  }

  private async connectRemembered(): Promise<ActiveAccount | undefined> {
    return this.remembered && this.use(this.remembered);
  }

  available(): Promise<AvailableConnection[]> {
    return this.opener.available();
  }

  async use(connection: Connection): Promise<ActiveAccount> {
    const mine = ++this.generation;
    const { resolved, fingerprint } = await this.opener.resolve(connection);
    if (mine !== this.generation && this.current) return this.current;
    const opened = { ...this.opener.open(resolved), fingerprint };
    this.replace(opened);
    await this.memory.update(REMEMBERED, connection);
    return opened;
  }

  async reconnect(): Promise<void> {
    const connection = this.current?.resolved.connection ?? this.remembered;
    if (connection) await this.use(connection);
  }

  /**
   * Files or settings changed. What stays the same stays connected, so that work under way is not
   * cut off: fresh credentials of the same caller alone are no reason to drop what was loaded.
   */
  async sourcesChanged(): Promise<void> {
    const { current } = this;
    if (!current) {
      // A default that was set meanwhile: who shows the account asks for it again.
      if (this.remembered) this.changed.fire();
      return;
    }
    const { connection } = current.resolved;
    const now = await this.opener.resolve(connection);
    if (now.fingerprint === current.fingerprint || this.current !== current) return;
    const opened = { ...this.opener.open(now.resolved), fingerprint: now.fingerprint };
    const same = await isSameCaller(current, opened);
    if (same && this.current === current) {
      opened.account.dispose();
      this.current = { ...current, fingerprint: now.fingerprint };
      return;
    }
    if (this.current === current) this.replace(opened);
    else opened.account.dispose();
  }

  async resetPractice(): Promise<void> {
    await this.opener.resetPractice();
    if (this.current?.resolved.connection.kind === 'practice') await this.reconnect();
  }

  async disconnect(): Promise<void> {
    this.generation++;
    await this.memory.update(REMEMBERED, undefined);
    this.replace(undefined);
  }

  dispose(): void {
    this.generation++;
    this.current?.account.dispose();
    this.current = undefined;
    this.changed.dispose();
  }

  private replace(next: (ActiveAccount & { fingerprint: string }) | undefined): void {
    const previous = this.current;
    this.current = next;
    previous?.account.dispose();
    this.changed.fire();
  }
}

/** True when both reach the same place and say that they are the same caller. */
async function isSameCaller(before: ActiveAccount, after: ActiveAccount): Promise<boolean> {
  if (JSON.stringify(before.resolved) !== JSON.stringify(after.resolved)) return false;
  try {
    const [one, other] = await Promise.all([before.account.identity(), after.account.identity()]);
    return one.accountId === other.accountId && one.arn === other.arn;
  } catch {
    // Without an answer nothing may be taken for the same.
    return false;
  }
}
