import { sameName } from '../iam/names';
import type { GroupChoice } from '../iam/serviceAccount';
import { connectedAccount, loaded } from '../ui/connected';
import { targetsOf, type Command } from './command';

/**
 * 1. Asks for name, group, policy, credentials, certificate and hand-over, with Back; on a group's
 *    menu that group is taken. Escape loses nothing: the answers are there at the next start.
 * 2. Shows the review as a page. Nothing is made before "Create" there.
 * 3. The page ticks off the steps, and is the hand-over at the end.
 */
export const createServiceAccount: Command = {
  id: 'iamWorkbench.createServiceAccount',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const name = targetsOf(services, args, 'group')[0]?.name;
    let group: GroupChoice | undefined;
    if (name !== undefined) {
      await loaded(active.account);
      const found = active.account.groups.items.find((each) => sameName(each.name, name));
      group = { kind: 'existing', name: found?.name ?? name };
    }
    const { createServiceAccountFlow } = await import('../pages/serviceAccount/flow');
    await createServiceAccountFlow(services, active, group);
  },
};
