import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ConnectedValues } from '../../../src/language/accountValues';
import type { ActiveAccount } from '../../../src/services';

interface FakeList {
  state: string;
  items: { name: string; arn: string }[];
  error?: { reason: string };
}

const value = (name: string) => ({ name, arn: `arn:aws:iam::111122223333:x/${name}` });
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** An account whose lists load when the test says so. */
class FakeAccount {
  readonly calls: string[] = [];
  readonly users: FakeList = { state: 'idle', items: [] };
  readonly groups: FakeList = { state: 'idle', items: [] };
  readonly policies: FakeList = { state: 'idle', items: [] };
  readonly awsPolicies: FakeList = { state: 'idle', items: [] };
  private readonly lists = new Map<string, FakeList>();
  finish: () => void = () => undefined;

  identity = () => {
    this.calls.push('identity');
    return Promise.resolve({ accountId: '111122223333', arn: 'arn' });
  };
  references = (kind: string): FakeList => {
    const list = this.lists.get(kind) ?? { state: 'idle', items: [] };
    this.lists.set(kind, list);
    return list;
  };
  load = () => this.wait('load', [this.users, this.groups, this.policies]);
  loadAwsPolicies = () => this.wait('loadAwsPolicies', [this.awsPolicies]);
  loadReferences = (kind: string) => this.wait(kind, [this.references(kind)]);

  private wait(call: string, lists: FakeList[]): Promise<void> {
    this.calls.push(call);
    for (const list of lists) list.state = 'loading';
    return new Promise((resolve) => {
      this.finish = () => {
        for (const list of lists) {
          list.state = 'ready';
          list.items = [value(call)];
        }
        resolve();
      };
    });
  }
}

describe('names of the connected account', () => {
  let account: FakeAccount;
  let resolved: { partition: string; s3?: object; asksForCode?: true };
  let connections: {
    active: ActiveAccount | undefined;
    restoreQuietly: () => Promise<ActiveAccount | undefined>;
  };
  let restored: number;
  let time: number;
  let mayListBuckets: boolean;
  let log: string[];
  let values: ConnectedValues;

  beforeEach(() => {
    account = new FakeAccount();
    resolved = { partition: 'aws', s3: {} };
    restored = 0;
    time = 1_000_000;
    mayListBuckets = true;
    log = [];
    connections = {
      active: { account, resolved } as unknown as ActiveAccount,
      restoreQuietly: () => {
        restored++;
        return Promise.resolve(undefined);
      },
    };
    values = new ConnectedValues({
      connections: connections,
      listBuckets: () => mayListBuckets,
      log: { debug: (message) => log.push(message) },
      now: () => time,
    });
  });

  it('asks for nothing before it is wanted, and for one thing once', () => {
    const list = values.forList();
    assert.deepEqual(account.calls, []);
    assert.equal(list.isIncomplete, false);
    assert.deepEqual(list.names('user'), []);
    assert.deepEqual(list.names('group'), []);
    assert.deepEqual(values.forList().names('user'), []);
    assert.deepEqual(account.calls, ['load']);
    assert.equal(list.isIncomplete, true);
  });

  it('has the names as soon as they are loaded', async () => {
    assert.deepEqual(values.forList().names('role'), []);
    account.finish();
    await turn();
    const list = values.forList();
    assert.deepEqual(list.names('role'), [value('role')]);
    assert.equal(list.isIncomplete, false);
    assert.deepEqual(account.calls, ['role']);
  });

  it('gives what is there of a list that grows', () => {
    account.users.state = 'loading';
    account.users.items = [value('first')];
    const list = values.forList();
    assert.deepEqual(list.names('user'), [value('first')]);
    assert.equal(list.isIncomplete, true);
    assert.deepEqual(account.calls, []);
  });

  it("has AWS's policies behind the account's own", () => {
    Object.assign(account.policies, { state: 'ready', items: [value('own')] });
    Object.assign(account.awsPolicies, { state: 'ready', items: [value('ReadOnlyAccess')] });
    assert.deepEqual(values.forList().names('policy'), [value('own'), value('ReadOnlyAccess')]);
  });

  it('knows the account number after it was asked for', async () => {
    const first = values.forList();
    assert.equal(first.accountId, undefined);
    assert.equal(first.partition, 'aws');
    assert.equal(first.isIncomplete, true);
    await turn();
    assert.equal(values.forList().accountId, '111122223333');
    assert.deepEqual(account.calls, ['identity']);
  });

  it('asks S3 only where there is one and the setting lets it', () => {
    delete resolved.s3;
    assert.deepEqual(values.forList().names('bucket'), []);
    resolved.s3 = {};
    mayListBuckets = false;
    assert.deepEqual(values.forList().names('bucket'), []);
    assert.deepEqual(account.calls, []);
    mayListBuckets = true;
    values.forList().names('bucket');
    assert.deepEqual(account.calls, ['bucket']);
  });

  it('does not ask again for what was refused, and for the rest after a minute', () => {
    const roles = account.references('role');
    Object.assign(roles, { state: 'failed', error: { reason: 'accessDenied' } });
    assert.deepEqual(values.forList().names('role'), []);
    assert.deepEqual(account.calls, []);
    roles.error = { reason: 'unreachable' };
    values.forList().names('role');
    assert.deepEqual(account.calls, ['role']);
  });

  it('waits a minute after a fault, and tells the log of it', async () => {
    account.loadReferences = (kind) => {
      account.calls.push(kind);
      Object.assign(account.references(kind), {
        state: 'failed',
        error: { reason: 'unreachable' },
      });
      return Promise.reject(new Error('no way there'));
    };
    values.forList().names('role');
    await turn();
    assert.deepEqual(log, ['Completion, role: Error: no way there']);
    const later = values.forList();
    later.names('role');
    assert.equal(later.isIncomplete, false);
    time += 59_000;
    values.forList().names('role');
    assert.deepEqual(account.calls, ['role']);
    time += 2_000;
    values.forList().names('role');
    assert.deepEqual(account.calls, ['role', 'role']);
  });

  it('connects what is remembered when a value is wanted', async () => {
    connections.active = undefined;
    const list = values.forList();
    assert.equal(restored, 0);
    assert.deepEqual(list.names('user'), []);
    assert.equal(list.accountId, undefined);
    assert.equal(list.isIncomplete, true);
    assert.equal(restored, 1);
    await turn();
    const next = values.forList();
    next.names('user');
    assert.equal(next.isIncomplete, false);
    assert.equal(restored, 1);
  });

  it('loads what was wanted as soon as it is connected', async () => {
    const { active } = connections;
    connections.active = undefined;
    connections.restoreQuietly = () => {
      connections.active = active;
      return Promise.resolve(active);
    };
    values.forList().names('role');
    await turn();
    assert.deepEqual(account.calls, ['identity', 'role']);
  });

  it('never has a person asked for a code', () => {
    resolved.asksForCode = true;
    const list = values.forList();
    assert.deepEqual(list.names('user'), []);
    assert.equal(list.accountId, undefined);
    assert.deepEqual(account.calls, []);
    assert.equal(restored, 0);
    Object.assign(account.users, { state: 'ready', items: [value('loaded')] });
    assert.deepEqual(values.forList().names('user'), [value('loaded')]);
  });

  it('asks a new connection for its own', () => {
    values.forList().names('role');
    const other = new FakeAccount();
    connections.active = { account: other, resolved } as unknown as ActiveAccount;
    values.forList().names('role');
    assert.deepEqual(other.calls, ['role']);
  });
});
