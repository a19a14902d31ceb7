import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { counted, listed } from '../../../src/ui/words';

describe('words', () => {
  it('count with the right form and separators', () => {
    assert.deepEqual(
      [counted(0, 'policy', 'policies'), counted(1, 'policy', 'policies'), counted(2, 'member')],
      ['0 policies', '1 policy', '2 members'],
    );
    assert.equal(counted(5000, 'user'), `${(5000).toLocaleString()} users`);
  });

  it('name one or two, and count more', () => {
    assert.equal(listed(['a'], 'users'), 'a');
    assert.equal(listed(['a', 'b'], 'users'), 'a and b');
    assert.equal(listed(['a', 'b', 'c'], 'users'), '3 users');
  });
});
