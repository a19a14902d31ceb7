import { askPolicy } from '../ui/choosePolicy';
import { connectedAccount } from '../ui/connected';
import { targetRefs, type Command } from './command';

/** Opens a policy as a document that can be edited and saved. */
export const openPolicy: Command = {
  id: 'iamWorkbench.openPolicy',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const refs = targetRefs(services, args);
    const ref = await askPolicy(services, active.account, refs, 'Open Policy');
    if (ref) await services.documents.open(ref);
  },
};
