import type { Command } from './command';

/** Connects to the account that lives on this machine. */
export const usePracticeAccount: Command = {
  id: 'iamWorkbench.usePracticeAccount',
  async run(services) {
    await services.connections.use({ kind: 'practice', id: 'practice' });
  },
};
