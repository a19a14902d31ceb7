import { chooseManagedPolicy } from '../ui/chooseEntity';
import { askPrincipal } from '../ui/choosePrincipal';
import { connectedAccount } from '../ui/connected';
import { targetRefs, type Command } from './command';

/** Attaches a managed policy, the account's own or one of AWS, to a user or group. */
export const attachPolicy: Command = {
  id: 'iamWorkbench.attachPolicy',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const { account } = active;
    const { prompts } = services;
    const title = 'Attach Managed Policy';
    const holder = await askPrincipal(services, account, targetRefs(services, args), title);
    if (!holder) return;
    const question = { title: `${title} to ${holder.name}`, placeholder: 'Policy' };
    const policy = await chooseManagedPolicy(prompts, account, question);
    if (!policy) return;
    await account.attachPolicy(holder, policy.arn);
    await prompts.inform(`Attached ${policy.name} to ${holder.kind} ${holder.name}.`);
  },
};
