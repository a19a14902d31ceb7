import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Turns } from '../../../src/explorer/turns';

describe('Turns', () => {
  it('runs everything in order, a batch for each turn', async () => {
    const turns = new Turns(2);
    const done: (number | string)[] = [];
    const all = [1, 2, 3, 4, 5].map((number) => turns.run(() => done.push(number)));
    setImmediate(() => done.push('between'));
    await Promise.all(all);
    assert.deepEqual(done, [1, 2, 'between', 3, 4, 5]);
  });

  it('rejects for the piece that fails and goes on with the next', async () => {
    const turns = new Turns(10);
    const failed = turns.run(() => {
      throw new Error('no');
    });
    const after = turns.run(() => 'yes');
    await assert.rejects(failed, /no/);
    assert.equal(await after, 'yes');
  });
});
