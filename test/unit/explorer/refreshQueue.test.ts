import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { RefreshQueue } from '../../../src/explorer/refreshQueue';

describe('RefreshQueue', () => {
  const flushed: (readonly string[] | 'all')[] = [];
  const make = (): RefreshQueue => {
    flushed.length = 0;
    return new RefreshQueue((ids) => flushed.push(ids === 'all' ? ids : [...ids]));
  };

  it('hands on once what came within the delay', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const queue = make();
    queue.add(['users', 'groups'], 40);
    queue.add(['users', 'user:a'], 40);
    t.mock.timers.tick(60);
    assert.deepEqual(flushed, [['users', 'groups', 'user:a']]);
  });

  it('hands on at once when it is told to, and not again later', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const queue = make();
    queue.now();
    assert.deepEqual(flushed, []);
    queue.add('all', 40);
    queue.now();
    assert.deepEqual(flushed, ['all']);
    t.mock.timers.tick(100);
    assert.equal(flushed.length, 1);
  });

  it('takes the earlier of two times', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const queue = make();
    queue.add(['users'], 700);
    queue.add(['groups'], 40);
    t.mock.timers.tick(60);
    assert.deepEqual(flushed, [['users', 'groups']]);
    t.mock.timers.tick(1000);
    assert.equal(flushed.length, 1);
  });

  it('draws the whole tree once when that was asked for too', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const queue = make();
    queue.add(['users'], 40);
    queue.add('all', 40);
    queue.add(['groups'], 40);
    t.mock.timers.tick(60);
    assert.deepEqual(flushed, ['all']);
  });

  it('draws nothing after it is disposed', () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const queue = make();
    queue.add(['users'], 40);
    queue.dispose();
    mock.timers.tick(60);
    mock.timers.reset();
    assert.deepEqual(flushed, []);
  });
});
