import { planGroupDeletion } from '../iam/deleteGroup';
import { beginDeletion, deletionChecklist } from '../iam/deletion';
import { journalStore } from '../ui/journalStore';
import type { ActiveAccount, Services } from '../services';
import { chooseGroup } from '../ui/chooseEntity';
import { connectedAccount, loaded } from '../ui/connected';
import { runDeletion } from '../ui/runDeletion';
import { targetsOf, type Command } from './command';

/**
 * 1. Shows members and policies that go with the group, all at once; the name is typed.
 * 2. Removes the members, then the policies, then the group; the users stay.
 * 3. Offers what was removed as a document.
 */
export const deleteGroup: Command = {
  id: 'iamWorkbench.deleteGroup',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    await loaded(active.account);
    const question = { title: 'Delete Group', placeholder: 'Group' };
    const given = targetsOf(services, args, 'group').map(({ name }) => name);
    const chosen =
      given.length > 0 ? given : [await chooseGroup(services.prompts, active.account, question)];
    for (const name of chosen) {
      if (name === undefined || !(await deleteOne(services, active, name))) return;
    }
  },
};

/** False when the person left. */
async function deleteOne(
  services: Services,
  active: ActiveAccount,
  name: string,
): Promise<boolean> {
  const { account, resolved } = active;
  const parts = await planGroupDeletion(name, account);
  const checklist = deletionChecklist(parts);
  const lost = checklist.length === 0 ? 'It is empty.' : `With it go: ${checklist.join(', ')}.`;
  const confirmed = await services.prompts.confirmByTyping({
    title: `Delete group ${name}`,
    prompt: `${lost} The users stay and lose what the group allows. Type the name to confirm.`,
    expected: name,
  });
  if (!confirmed) return false;
  const { accountId } = await account.identity();
  const place = { connectionId: resolved.connection.id, accountId };
  const journals = journalStore(services.context);
  await runDeletion(services, await beginDeletion(parts, place, journals, account), parts);
  return true;
}
