import type { Command } from './command';

/** Reads files and settings anew and takes fresh credentials, after signing in somewhere else. */
export const reconnect: Command = {
  id: 'iamWorkbench.reconnect',
  async run({ connections }) {
    await connections.reconnect();
  },
};
