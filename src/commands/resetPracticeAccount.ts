import type { Command } from './command';

const RESET = 'Reset';

/** Brings the practice account back to its sample state, after asking. */
export const resetPracticeAccount: Command = {
  id: 'iamWorkbench.resetPracticeAccount',
  async run({ connections, prompts }) {
    const chosen = await prompts.confirm({
      message: 'Reset the practice account?',
      detail: 'All that was made in it is lost, and its sample account is there again.',
      actions: [RESET],
    });
    if (chosen !== RESET) return;
    await connections.resetPractice();
    await prompts.inform('The practice account is as it was at the start.');
  },
};
