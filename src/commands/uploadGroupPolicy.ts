import { chooseGroup } from '../ui/chooseEntity';
import { connectedAccount } from '../ui/connected';
import { targetsOf, type Command } from './command';
import { uploadPolicy } from './uploadPolicy';

/** Uploads a document as an inline policy of a group; from the palette it asks for the group. */
export const uploadGroupPolicy: Command = {
  id: 'iamWorkbench.uploadGroupPolicy',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const question = { title: 'Upload Policy to Group', placeholder: 'Group' };
    const name =
      targetsOf(services, args, 'group')[0]?.name ??
      (await chooseGroup(services.prompts, active.account, question));
    if (name !== undefined) await uploadPolicy(services, active, { kind: 'group', name });
  },
};
