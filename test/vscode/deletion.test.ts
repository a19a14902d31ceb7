import assert from 'node:assert/strict';
import type { Account } from '../../src/iam/account';
import { practiceAccount, run } from './workbench';

const holder = { kind: 'user', name: 'doomed' } as const;
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
});
const target = { ref: holder };

describe('deleting', () => {
  let account: Account;
  beforeEach(async () => {
    account = await practiceAccount();
    await account.createUser('doomed');
    await account.addUserToGroup('doomed', account.groups.items[0]!.name);
    await account.putInlinePolicy(holder, 'P', POLICY);
    await account.createAccessKey('doomed');
  });

  it('shows all that stands in the way at once, and offers to deactivate first', async () => {
    const { messages } = await run('deleteUser', [target], {
      at: '1 access key, member of 1 group, 1 inline policy',
      pick: 'Deactivate',
    });
    assert.match(messages.join(), /Deactivated the keys and certificates of doomed/);
    const [key] = await account.listAccessKeys('doomed');
    assert.equal(key?.status, 'Inactive');
  });

  it('deletes a user when its name is typed', async () => {
    await run('deleteUser', [target], { pick: 'Delete the user' }, { type: 'dooomed' });
    assert.ok(account.user('doomed'), 'another name deletes nothing');
    const { messages } = await run(
      'deleteUser',
      [target],
      { pick: 'Delete the user' },
      { at: 'Delete user doomed', type: 'doomed' },
    );
    assert.deepEqual(messages, ['info: Deleted user doomed.']);
    assert.equal(account.user('doomed'), undefined);
  });

  it('deletes a group and leaves its members', async () => {
    const { name } = account.groups.items[0]!;
    const members = account.members(name).map((user) => user.name);
    assert.ok(members.includes('doomed'));
    const { messages } = await run('deleteGroup', [{ ref: { kind: 'group', name } }], {
      type: name,
    });
    assert.deepEqual(messages, [`info: Deleted group ${name}.`]);
    for (const member of members) assert.ok(account.user(member));
  });

  it('says so when nothing was interrupted', async () => {
    const { messages } = await run('finishInterrupted', []);
    assert.deepEqual(messages, ['info: Nothing was interrupted.']);
  });
});
