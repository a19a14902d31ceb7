import type { Account } from '../iam/account';
import { nameProblem, sameName } from '../iam/names';
import { connectedAccount, loaded } from '../ui/connected';
import { askPrincipal } from '../ui/choosePrincipal';
import { targetRefs, type Command } from './command';

/** What names a user or group by its name or ARN stops fitting when it is renamed or moved. */
export const RENAME_BREAKS =
  'The ARN changes. Policies and trust policies that name the old ARN no longer fit, ' +
  'and tools that use the old name no longer find it. Keys, memberships and policies stay.';

/** Renames a user or group, after saying what that breaks. */
export const rename: Command = {
  id: 'iamWorkbench.rename',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const { account } = active;
    const principal = await askPrincipal(services, account, targetRefs(services, args), 'Rename');
    if (!principal) return;
    const { kind, name } = principal;
    const newName = await services.prompts.text({
      title: `Rename ${kind} ${name}`,
      prompt: RENAME_BREAKS,
      value: name,
      validate: async (text) => {
        await loaded(account);
        return nameProblem(kind, text) ?? takenProblem(account, kind, name, text);
      },
    });
    if (typeof newName !== 'string' || newName === name) return;
    if (kind === 'user') await account.updateUser(name, { newName });
    else await account.updateGroup(name, { newName });
    await services.prompts.inform(`Renamed ${kind} ${name} to ${newName}.`);
  },
};

/** A change of case alone is allowed: the name belongs to the same principal. */
function takenProblem(
  account: Account,
  kind: 'user' | 'group',
  name: string,
  text: string,
): string | undefined {
  const all = kind === 'user' ? account.users.items : account.groups.items;
  const taken = all.find((other) => sameName(other.name, text) && other.name !== name);
  return taken && `A ${kind} named ${taken.name} exists.`;
}
