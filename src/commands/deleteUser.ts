import { deactivateCredentials, planUserDeletion, type UserDeletion } from '../iam/deleteUser';
import { beginDeletion, deletionChecklist } from '../iam/deletion';
import { journalStore } from '../ui/journalStore';
import type { ActiveAccount, Services } from '../services';
import { chooseUser } from '../ui/chooseEntity';
import { connectedAccount, loaded } from '../ui/connected';
import { runDeletion } from '../ui/runDeletion';
import { targetsOf, type Command } from './command';

type Intent = 'deactivate' | 'delete';

/**
 * 1. Asks anew for everything that stands in the way, and shows it at once.
 * 2. Offers to deactivate keys and certificates instead, which can be taken back.
 * 3. To delete, the name is typed. What can be taken back goes first; a failure asks what to do.
 * 4. Offers what was removed as a document, without secrets.
 */
export const deleteUser: Command = {
  id: 'iamWorkbench.deleteUser',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const question = { title: 'Delete User', placeholder: 'User' };
    const given = targetsOf(services, args, 'user').map(({ name }) => name);
    await loaded(active.account);
    const chosen =
      given.length > 0 ? given : [await chooseUser(services.prompts, active.account, question)];
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
  const { account } = active;
  const { prompts } = services;
  const deletion = await planUserDeletion(name, account);
  if (deletion.obstacles.length > 0) {
    await prompts.warn(
      `User ${name} cannot be deleted yet. Remove first: ${deletion.obstacles.join('; ')}`,
    );
    return true;
  }
  const intent = await askIntent(services, deletion);
  if (intent === undefined) return false;
  if (intent === 'deactivate') {
    await deactivateCredentials(name, deletion.active, account);
    await prompts.inform(`Deactivated the keys and certificates of ${name}. Nothing was deleted.`);
    return true;
  }
  const checklist = deletionChecklist(deletion.parts);
  const also = checklist.length === 0 ? '' : ` With it go: ${checklist.join(', ')}.`;
  const confirmed = await prompts.confirmByTyping({
    title: `Delete user ${name}`,
    prompt: `It cannot be brought back.${also} Type the name to confirm.`,
    expected: name,
  });
  if (!confirmed) return false;
  const { accountId } = await account.identity();
  const place = { connectionId: active.resolved.connection.id, accountId };
  const journals = journalStore(services.context);
  await runDeletion(
    services,
    await beginDeletion(deletion.parts, place, journals, account),
    deletion.parts,
  );
  return true;
}

/** Asked only where there is something that can be deactivated. */
async function askIntent(
  { prompts }: Services,
  { parts, active }: UserDeletion,
): Promise<Intent | undefined> {
  if (active.accessKeys.length + active.certificates.length === 0) return 'delete';
  const answer = await prompts.pick<Intent>({
    title: `Delete user ${parts.name}: ${deletionChecklist(parts).join(', ')}`,
    placeholder: 'What to do',
    choices: [
      {
        label: 'Deactivate keys and certificates first',
        detail: 'Shows whether anything still uses them, and can be taken back.',
        icon: 'debug-pause',
        value: 'deactivate',
      },
      {
        label: 'Delete the user and all of this',
        detail: 'Keys, certificates and passwords cannot be brought back.',
        icon: 'trash',
        value: 'delete',
      },
    ],
  });
  return typeof answer === 'string' ? answer : undefined;
}
