import type { Account } from '../iam/account';
import type { Services } from '../services';
import { changeEach } from '../ui/changeEach';
import { chooseGroup, chooseUsers } from '../ui/chooseEntity';
import { connectedAccount } from '../ui/connected';
import { listed } from '../ui/words';
import { targetsOf, type Command } from './command';

interface Membership {
  userName: string;
  groupName: string;
}

/**
 * 1. On memberships: takes those. On users: asks for the group. Else asks for group and users.
 * 2. Confirms, for the users lose what the group allows.
 * 3. Removes each and offers to undo.
 */
export const removeUserFromGroup: Command = {
  id: 'iamWorkbench.removeUserFromGroup',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const memberships = await chosenMemberships(services, active.account, args);
    const [first] = memberships;
    if (!first) return;
    const who = listed(
      memberships.map(({ userName }) => userName),
      'users',
    );
    const groups = [...new Set(memberships.map(({ groupName }) => groupName))];
    const remove = 'Remove';
    const chosen = await services.prompts.confirm({
      message: `Remove ${who} from ${listed(groups, 'groups')}?`,
      detail: 'What the policies of the group allow is lost at once.',
      actions: [remove],
    });
    if (chosen !== remove) return;
    const removed = await changeEach('Removing from groups', memberships, (membership) =>
      active.account.removeUserFromGroup(membership.userName, membership.groupName),
    );
    await offerUndo(services, active.account, removed, listed(groups, 'groups'));
  },
};

async function chosenMemberships(
  services: Services,
  account: Account,
  args: readonly unknown[],
): Promise<Membership[]> {
  const nodes = targetsOf(services, args, 'membership');
  if (nodes.length > 0) return nodes;
  const { prompts } = services;
  const users = targetsOf(services, args, 'user').map(({ name }) => name);
  const groupName =
    targetsOf(services, args, 'group')[0]?.name ??
    (await chooseGroup(
      prompts,
      account,
      { title: 'Remove from Group', placeholder: 'Group' },
      (group) => users.every((name) => account.user(name)?.groups.includes(group.name)),
    ));
  if (groupName === undefined) return [];
  const leaving =
    users.length > 0
      ? users
      : await chooseUsers(
          prompts,
          account,
          { title: `Remove from ${groupName}`, placeholder: 'Members to remove' },
          (user) => user.groups.includes(groupName),
        );
  return (leaving ?? []).map((userName) => ({ userName, groupName }));
}

async function offerUndo(
  { prompts }: Services,
  account: Account,
  removed: readonly Membership[],
  from: string,
): Promise<void> {
  if (removed.length === 0) return;
  const undo = 'Undo';
  const users = removed.map(({ userName }) => userName);
  const message = `Removed ${listed(users, 'users')} from ${from}.`;
  if ((await prompts.inform(message, undo)) !== undo) return;
  await changeEach('Adding to groups', removed, ({ userName, groupName }) =>
    account.addUserToGroup(userName, groupName),
  );
}
