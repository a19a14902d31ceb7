import assert from 'node:assert/strict';
import type { Account } from '../../src/iam/account';
import { practiceAccount, run } from './workbench';

describe('groups', () => {
  let account: Account;
  before(async () => {
    account = await practiceAccount();
  });

  it('are created with a name that is checked while typing', async () => {
    const { messages } = await run(
      'createGroup',
      [],
      { at: 'Create Group', text: 'Rel ease', says: 'a space' },
      { text: account.groups.items[0]!.name.toUpperCase(), says: 'exists' },
      { text: 'Release' },
    );
    assert.deepEqual(messages, ['info: Created group Release.']);
    assert.equal(account.group('Release')?.path, '/');
  });

  it('are not created when the question is left', async () => {
    const before = account.groups.items.length;
    await run('createGroup', [], { escape: true });
    assert.equal(account.groups.items.length, before);
  });
});
