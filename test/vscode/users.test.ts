import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Account } from '../../src/iam/account';
import type { EntityRef } from '../../src/iam/model';
import { practiceAccount, run } from './workbench';

const target = (ref: EntityRef) => ({ ref });
const user = (name: string) => target({ kind: 'user', name });
const group = (name: string) => target({ kind: 'group', name });

describe('users', () => {
  let account: Account;
  beforeEach(async () => {
    account = await practiceAccount();
  });

  it('are created in groups', async () => {
    await run(
      'createUser',
      [],
      { text: 'ALICE', says: 'exists' },
      { text: 'erin' },
      { pickMany: ['Developers', 'Auditors'] },
      { pick: 'No access key' },
    );
    assert.deepEqual(account.user('erin')?.groups.sort(), ['Auditors', 'Developers']);
  });

  it('are added to a group, several at once, and taken out again by Undo', async () => {
    const users = [user('carol'), user('bob')];
    const added = await run('addUserToGroup', [users[0], users], { pick: 'Contractors' });
    assert.deepEqual(added.messages, ['info: Added carol and bob to Contractors.']);
    assert.equal(account.members('Contractors').length, 2);
    const dropped = [user('alice'), group('Contractors')];
    await run('addUserToGroup', [dropped[0], dropped], { press: 'Undo' });
    assert.deepEqual(
      account.members('Contractors').map(({ name }) => name),
      ['bob', 'carol'],
    );
  });

  it('are added from the palette, where group and users are asked for', async () => {
    await run('addUserToGroup', [], { pick: 'Auditors' }, { pickMany: ['alice'] });
    assert.ok(account.user('alice')?.groups.includes('Auditors'));
  });

  it('are removed from a group after a question, and put back by Undo', async () => {
    const member = target({
      kind: 'membership',
      userName: 'alice',
      groupName: 'Developers',
      shown: 'user',
    });
    await run('removeUserFromGroup', [member], { escape: true });
    assert.ok(account.user('alice')?.groups.includes('Developers'));
    await run('removeUserFromGroup', [member], { press: 'Remove' });
    assert.ok(!account.user('alice')?.groups.includes('Developers'));
    await account.addUserToGroup('alice', 'Developers');
    await run('removeUserFromGroup', [member], { press: 'Remove' }, { press: 'Undo' });
    assert.ok(account.user('alice')?.groups.includes('Developers'));
  });

  it('are renamed and moved', async () => {
    await run('rename', [user('carol')], { text: 'Alice', says: 'exists' }, { text: 'caroline' });
    assert.equal(account.user('carol'), undefined);
    assert.deepEqual(account.user('caroline')?.groups, ['Auditors']);
    await run('move', [user('caroline')], { text: 'x', says: 'slash' }, { text: '/security/' });
    assert.equal(account.user('caroline')?.path, '/security/');
  });

  it('give their names and ARNs to the clipboard, one a line', async () => {
    const users = [user('alice'), user('bob')];
    await run('copyName', [users[0], users]);
    assert.equal(await vscode.env.clipboard.readText(), 'alice\nbob');
    await run('copyArn', [users[0], users]);
    assert.match(await vscode.env.clipboard.readText(), /:user\/alice\n.*:user\/bob$/);
  });
});
