import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ConnectionManager } from '../../../src/connections/connectionManager';
import type { ConnectionOpener } from '../../../src/connections/opener';
import type { Account } from '../../../src/iam/account';
import {
  profileConnection,
  type Connection,
  type ResolvedConnection,
} from '../../../src/iam/connection/connection';

/** Opens accounts that only tell who they are and whether they are disposed. */
class FakeOpener implements ConnectionOpener {
  readonly opened: { id: string; disposed: boolean }[] = [];
  fingerprint = 'one';
  caller = 'me';
  asksForCode = false;
  fail: Error | undefined;
  /** Resolvings by connection id that wait until they are released. */
  readonly gates = new Map<string, Promise<void>>();

  available = () => Promise.resolve([]);
  resetPractice = () => Promise.resolve();

  async resolve(connection: Connection) {
    await this.gates.get(connection.id);
    if (this.fail) throw this.fail;
    const resolved: ResolvedConnection = {
      connection,
      label: connection.id,
      partition: 'aws',
      region: 'us-east-1',
      readOnly: false,
      ...(this.asksForCode ? { asksForCode: true } : {}),
    };
    return { resolved, fingerprint: this.fingerprint };
  }

  open(resolved: ResolvedConnection) {
    const record = { id: resolved.connection.id, disposed: false };
    this.opened.push(record);
    const arn = `arn:aws:iam::111122223333:user/${this.caller}`;
    const account = {
      identity: () => Promise.resolve({ accountId: '111122223333', arn }),
      dispose: () => (record.disposed = true),
    };
    return { resolved, account: account as unknown as Account };
  }
}

class FakeMemory {
  readonly values = new Map<string, unknown>();
  keys = () => [...this.values.keys()];
  get = (key: string) => this.values.get(key) as never;
  update(key: string, value: unknown): Promise<void> {
    this.values.set(key, value);
    return Promise.resolve();
  }
}

const prod = profileConnection('prod');
const practice: Connection = { kind: 'practice', id: 'practice' };

describe('ConnectionManager', () => {
  let opener: FakeOpener;
  let memory: FakeMemory;
  let manager: ConnectionManager;
  let changes: number;
  beforeEach(() => {
    opener = new FakeOpener();
    memory = new FakeMemory();
    manager = new ConnectionManager(opener, memory, () => undefined);
    changes = 0;
    manager.onDidChange(() => changes++);
  });

  it('disposes the account of the connection that is left', async () => {
    await manager.use(practice);
    await manager.use(prod);
    assert.deepEqual(opener.opened, [
      { id: 'practice', disposed: true },
      { id: 'profile:prod', disposed: false },
    ]);
    assert.equal(changes, 2);
  });

  it('keeps the later of two choices, whichever is ready first', async () => {
    let release = (): void => undefined;
    opener.gates.set('practice', new Promise((resolve) => (release = resolve)));
    const slow = manager.use(practice);
    await manager.use(prod);
    release();
    await slow;
    assert.equal(manager.active?.resolved.connection.id, 'profile:prod');
    assert.equal(opener.opened.length, 1);
  });

  it('remembers the connection for the workspace, without anything else', async () => {
    await manager.use(prod);
    assert.deepEqual([...memory.values], [['connection', prod]]);
    const next = new ConnectionManager(opener, memory, () => practice);
    assert.equal((await next.restore())?.resolved.connection.id, 'profile:prod');
  });

  it('connects once for restores that overlap, and to the default where nothing is remembered', async () => {
    const next = new ConnectionManager(opener, memory, () => practice);
    await Promise.all([next.restore(), next.restore()]);
    assert.deepEqual(
      opener.opened.map(({ id }) => id),
      ['practice'],
    );
  });

  it('connects unasked only where nobody is asked for a code', async () => {
    assert.equal(await manager.restoreQuietly(), undefined);
    const next = new ConnectionManager(opener, memory, () => prod);
    opener.asksForCode = true;
    assert.equal(await next.restoreQuietly(), undefined);
    assert.deepEqual(opener.opened, []);
    opener.asksForCode = false;
    const [first, second] = await Promise.all([next.restoreQuietly(), next.restoreQuietly()]);
    assert.equal(first?.resolved.connection.id, 'profile:prod');
    assert.equal(second, first);
    assert.equal(await next.restoreQuietly(), first);
    assert.equal(opener.opened.length, 1);
  });

  it('stays with the connection in use when another one cannot be opened', async () => {
    await manager.use(practice);
    opener.fail = new Error('gone');
    await assert.rejects(manager.use(prod), /gone/);
    assert.equal(manager.active?.resolved.connection.id, 'practice');
    assert.equal(opener.opened[0]?.disposed, false);
    assert.deepEqual(memory.values.get('connection'), practice);
  });

  it('keeps what is loaded when changed files lead to the same caller', async () => {
    await manager.use(prod);
    opener.fingerprint = 'two';
    await manager.sourcesChanged();
    assert.deepEqual(
      opener.opened.map(({ disposed }) => disposed),
      [false, true],
    );
    assert.equal(changes, 1);
  });

  it('opens anew when changed files lead to another caller', async () => {
    await manager.use(prod);
    opener.fingerprint = 'two';
    opener.caller = 'somebody else';
    await manager.sourcesChanged();
    assert.deepEqual(
      opener.opened.map(({ disposed }) => disposed),
      [true, false],
    );
    assert.equal(changes, 2);
  });

  it('is asked again when the settings name a connection while there is none', async () => {
    const settings: { named?: Connection } = {};
    const next = new ConnectionManager(opener, memory, () => settings.named);
    next.onDidChange(() => changes++);
    assert.equal(await next.restore(), undefined);
    await next.sourcesChanged();
    assert.equal(changes, 0);
    settings.named = practice;
    await next.sourcesChanged();
    assert.equal(changes, 1);
  });

  it('does nothing when files change that do not matter', async () => {
    await manager.use(prod);
    await manager.sourcesChanged();
    assert.equal(opener.opened.length, 1);
  });

  it('forgets the connection when it is disconnected', async () => {
    await manager.use(prod);
    await manager.disconnect();
    assert.equal(manager.active, undefined);
    assert.equal(opener.opened[0]?.disposed, true);
    assert.equal(await manager.restore(), undefined);
  });
});
