import { pathProblem } from '../iam/names';
import { askPrincipal } from '../ui/choosePrincipal';
import { connectedAccount, loaded } from '../ui/connected';
import { targetRefs, type Command } from './command';
import { RENAME_BREAKS } from './rename';

/** Gives a user or group another path, after saying what that breaks. */
export const move: Command = {
  id: 'iamWorkbench.move',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const { account } = active;
    const principal = await askPrincipal(services, account, targetRefs(services, args), 'Move');
    if (!principal) return;
    const { kind, name } = principal;
    await loaded(account);
    const path = (kind === 'user' ? account.user(name) : account.group(name))?.path ?? '/';
    const newPath = await services.prompts.text({
      title: `Move ${kind} ${name} to another path`,
      prompt: RENAME_BREAKS,
      value: path,
      placeholder: '/division/team/',
      validate: (text) => pathProblem(text),
    });
    if (typeof newPath !== 'string' || newPath === path) return;
    if (kind === 'user') await account.updateUser(name, { newPath });
    else await account.updateGroup(name, { newPath });
    await services.prompts.inform(`Moved ${kind} ${name} to ${newPath}.`);
  },
};
