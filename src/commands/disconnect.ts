import type { Command } from './command';

/** Leaves the account: the workspace forgets the connection, and nothing of it is shown any more. */
export const disconnect: Command = {
  id: 'iamWorkbench.disconnect',
  async run({ connections }) {
    await connections.disconnect();
  },
};
