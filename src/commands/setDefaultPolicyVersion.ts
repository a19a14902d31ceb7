import { chooseManagedPolicy } from '../ui/chooseEntity';
import { connectedAccount } from '../ui/connected';
import { targetRefs, type Command } from './command';

/** Makes an older version of a customer managed policy the one that counts. */
export const setDefaultPolicyVersion: Command = {
  id: 'iamWorkbench.setDefaultPolicyVersion',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const { account } = active;
    const { prompts } = services;
    const title = 'Set Default Policy Version';
    const [ref] = targetRefs(services, args);
    const arn =
      ref?.kind === 'policy' && ref.ref.kind === 'managed'
        ? ref.ref.arn
        : (await chooseManagedPolicy(prompts, account, { title, placeholder: 'Policy' }))?.arn;
    if (arn === undefined) return;
    const versions = account.listPolicyVersions(arn);
    const answer = await prompts.pick({
      title,
      placeholder: 'The chosen version counts at once wherever the policy is attached',
      choices: versions.then((all) =>
        all.map(({ id, isDefault, created }) => ({
          label: id,
          description: `${created.toLocaleString()}${isDefault ? ' · default' : ''}`,
          value: id,
        })),
      ),
    });
    if (typeof answer !== 'string') return;
    await account.setDefaultPolicyVersion(arn, answer);
    await prompts.inform(`Version ${answer} is the default now.`);
  },
};
