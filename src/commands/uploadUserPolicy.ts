import { chooseUser } from '../ui/chooseEntity';
import { connectedAccount } from '../ui/connected';
import { targetsOf, type Command } from './command';
import { uploadPolicy } from './uploadPolicy';

/** Uploads a document as an inline policy of a user; from the palette it asks for the user. */
export const uploadUserPolicy: Command = {
  id: 'iamWorkbench.uploadUserPolicy',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const question = { title: 'Upload Policy to User', placeholder: 'User' };
    const name =
      targetsOf(services, args, 'user')[0]?.name ??
      (await chooseUser(services.prompts, active.account, question));
    if (name !== undefined) await uploadPolicy(services, active, { kind: 'user', name });
  },
};
