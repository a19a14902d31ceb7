import type { Command } from './command';

/** Milliseconds without a key before the tree follows what was typed. */
const DELAY = 150;

/** Asks what to narrow the tree to; it follows while typing. Escape brings back what was there. */
export const filter: Command = {
  id: 'iamWorkbench.filter',
  async run({ prompts, tree }) {
    const before = tree.filter;
    let timer: NodeJS.Timeout | undefined;
    const follow = (text: string): void => {
      clearTimeout(timer);
      timer = setTimeout(() => (tree.filter = text.trim()), DELAY);
    };
    const answer = await prompts.text({
      title: 'Filter the Account',
      placeholder: 'Name, path, tag, ARN or access key id',
      value: before,
      onChange: follow,
    });
    clearTimeout(timer);
    tree.filter = typeof answer === 'string' ? answer.trim() : before;
  },
};
