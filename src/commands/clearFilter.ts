import type { Command } from './command';

export const clearFilter: Command = {
  id: 'iamWorkbench.clearFilter',
  run({ tree }) {
    tree.filter = '';
  },
};
