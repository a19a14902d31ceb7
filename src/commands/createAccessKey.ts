import { chooseUser } from '../ui/chooseEntity';
import { connectedAccount } from '../ui/connected';
import { targetsOf, type Command } from './command';

/**
 * 1. Asks for the user, unless it was called on one.
 * 2. Creates the key as a journaled run, waits until it works, and hands it over on a page that
 *    does not let the secret get lost.
 */
export const createAccessKey: Command = {
  id: 'iamWorkbench.createAccessKey',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const question = { title: 'Create Access Key', placeholder: 'User' };
    const userName =
      targetsOf(services, args, 'user')[0]?.name ??
      (await chooseUser(services.prompts, active.account, question));
    if (userName === undefined) return;
    const { createAccessKeyFlow } = await import('../pages/serviceAccount/flow');
    await createAccessKeyFlow(services, active, userName);
  },
};
