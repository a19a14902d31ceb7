import { askPolicy } from '../ui/choosePolicy';
import { connectedAccount } from '../ui/connected';
import { targetRefs, type Command } from './command';

/** Opens the text of a policy in an untitled document that can be changed freely. */
export const openPolicyCopy: Command = {
  id: 'iamWorkbench.openPolicyCopy',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const refs = targetRefs(services, args);
    const ref = await askPolicy(services, active.account, refs, 'Open a Copy of a Policy');
    if (ref) await services.documents.openCopy(ref);
  },
};
