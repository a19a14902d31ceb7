import type { Account } from '../iam/account';
import type { Services } from '../services';
import { changeEach } from '../ui/changeEach';
import { chooseGroup, chooseUsers } from '../ui/chooseEntity';
import { connectedAccount } from '../ui/connected';
import { listed } from '../ui/words';
import { targetsOf, type Command } from './command';

/**
 * 1. On users: asks for the group. On a group: asks for the users. From the palette: asks for both.
 * 2. Adds each; a user that is a member already stays one.
 */
export const addUserToGroup: Command = {
  id: 'iamWorkbench.addUserToGroup',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const { account } = active;
    const { prompts } = services;
    const chosenUsers = targetsOf(services, args, 'user').map(({ name }) => name);
    const groupName =
      targetsOf(services, args, 'group')[0]?.name ??
      (await chooseGroup(prompts, account, { title: 'Add to Group', placeholder: 'Group' }));
    if (groupName === undefined) return;
    const users =
      chosenUsers.length > 0
        ? chosenUsers
        : await chooseUsers(
            prompts,
            account,
            { title: `Add to ${groupName}`, placeholder: 'Users to add' },
            (user) => !user.groups.includes(groupName),
          );
    if (!users) return;
    const missing = users.filter((name) => !account.user(name)?.groups.includes(groupName));
    const added = await changeEach(`Adding to ${groupName}`, missing, (user) =>
      account.addUserToGroup(user, groupName),
    );
    await offerUndo(services, account, added, groupName);
  },
};

async function offerUndo(
  { prompts }: Services,
  account: Account,
  added: readonly string[],
  groupName: string,
): Promise<void> {
  if (added.length === 0) {
    await prompts.inform(`Nothing to do: they are members of ${groupName}.`);
    return;
  }
  const undo = 'Undo';
  const message = `Added ${listed(added, 'users')} to ${groupName}.`;
  if ((await prompts.inform(message, undo)) !== undo) return;
  await changeEach(`Removing from ${groupName}`, added, (user) =>
    account.removeUserFromGroup(user, groupName),
  );
}
