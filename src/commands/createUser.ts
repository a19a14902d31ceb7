import * as vscode from 'vscode';
import type { Account } from '../iam/account';
import { nameProblem, sameName } from '../iam/names';
import type { Services } from '../services';
import { changeEach } from '../ui/changeEach';
import { chooseGroups } from '../ui/chooseEntity';
import { connectedAccount, loaded } from '../ui/connected';
import { targetsOf, type Command } from './command';

/**
 * 1. Asks for the name, checked while typing.
 * 2. Asks for the groups (on a group: that one is taken) and whether to make an access key.
 * 3. Creates the user, adds it to the groups; the key comes through "Create Access Key".
 */
export const createUser: Command = {
  id: 'iamWorkbench.createUser',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const { account } = active;
    const name = await askName(services, account);
    if (name === undefined) return;
    const groups = await askGroups(services, account, name, args);
    if (!groups) return;
    const withKey = await askKey(services, name);
    if (withKey === undefined) return;
    await account.createUser(name);
    await changeEach('Adding to groups', groups, (group) => account.addUserToGroup(name, group));
    if (withKey) {
      const target = { ref: { kind: 'user', name } };
      await vscode.commands.executeCommand('iamWorkbench.createAccessKey', target);
      return;
    }
    const where = groups.length === 0 ? '' : ` in ${groups.join(', ')}`;
    await services.prompts.inform(`Created user ${name}${where}.`);
  },
};

async function askName({ prompts }: Services, account: Account): Promise<string | undefined> {
  const name = await prompts.text({
    title: 'Create User',
    prompt: 'Name of the user',
    validate: async (text) => {
      const problem = nameProblem('user', text);
      if (problem !== undefined) return problem;
      await loaded(account);
      const taken = account.users.items.find((user) => sameName(user.name, text));
      return taken && `A user named ${taken.name} exists.`;
    },
  });
  return typeof name === 'string' ? name : undefined;
}

async function askGroups(
  services: Services,
  account: Account,
  name: string,
  args: readonly unknown[],
): Promise<string[] | undefined> {
  const given = targetsOf(services, args, 'group').map((group) => group.name);
  if (given.length > 0) return given;
  await loaded(account);
  if (account.groups.items.length === 0) return [];
  const placeholder = 'Groups to add it to; none is fine';
  return chooseGroups(services.prompts, account, { title: `Create User ${name}`, placeholder });
}

async function askKey({ prompts }: Services, name: string): Promise<boolean | undefined> {
  const answer = await prompts.pick({
    title: `Create User ${name}`,
    placeholder: 'Access key',
    choices: [
      { label: 'No access key', detail: 'One can be made at any time.', value: false },
      {
        label: 'Create an access key',
        detail: 'Roles and temporary credentials are safer where the tool can use them.',
        value: true,
      },
    ],
  });
  return typeof answer === 'boolean' ? answer : undefined;
}
