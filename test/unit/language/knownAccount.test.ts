import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KnownAccount } from '../../../src/language/knownAccount';
import type { Connections } from '../../../src/services';

type Active = NonNullable<Connections['active']>;

/** A connection whose account is as loaded as said, and answers who it is as said. */
function connected(state: string, identity: () => Promise<{ accountId: string }>) {
  let asked = 0;
  const account = {
    users: { state },
    identity: () => {
      asked++;
      return identity();
    },
  };
  const active = { account } as unknown as Active;
  return { connections: { active }, asked: () => asked };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the known account', () => {
  it('is asked for once, when it is loaded, and never waited for', async () => {
    const { connections, asked } = connected('ready', () =>
      Promise.resolve({ accountId: '461930275518' }),
    );
    const known = new KnownAccount(connections);
    assert.equal(known.id, undefined);
    await turn();
    assert.equal(known.id, '461930275518');
    assert.equal(asked(), 1);
  });

  it('is nobody while nothing is connected or loaded', () => {
    assert.equal(new KnownAccount({ active: undefined }).id, undefined);
    const { connections, asked } = connected('idle', () => Promise.reject(new Error('not asked')));
    assert.equal(new KnownAccount(connections).id, undefined);
    assert.equal(asked(), 0);
  });

  it('is nobody when it does not say who it is', async () => {
    const { connections, asked } = connected('ready', () => Promise.reject(new Error('refused')));
    const known = new KnownAccount(connections);
    assert.equal(known.id, undefined);
    await turn();
    assert.equal(known.id, undefined);
    assert.equal(asked(), 1);
  });
});
