import { pickConnection } from '../ui/connected';
import type { Command } from './command';

/** Lists practice account, profiles and environment, and connects to the chosen one. */
export const switchConnection: Command = {
  id: 'iamWorkbench.switchConnection',
  async run(services) {
    await pickConnection(services);
  },
};
