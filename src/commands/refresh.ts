import { connectedAccount } from '../ui/connected';
import type { Command } from './command';

/** Loads users, groups and policies again. The tree shows the pages as they come. */
export const refresh: Command = {
  id: 'iamWorkbench.refresh',
  async run(services) {
    const active = await connectedAccount(services);
    await active?.account.load();
  },
};
