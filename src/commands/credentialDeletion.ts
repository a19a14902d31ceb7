import type { Account } from '../iam/account';
import { changeEach } from '../ui/changeEach';
import { connectedAccount } from '../ui/connected';
import type { Command } from './command';
import {
  credentialTargets,
  describeTargets,
  type CredentialKind,
  type CredentialTarget,
} from './credentialKind';

const DELETE = 'Delete';
const DEACTIVATE = 'Deactivate Instead';

/** A command that deletes keys or certificates; deactivating, which can be undone, is offered first. */
export function deletionCommand(id: string, kind: CredentialKind): Command {
  return {
    id,
    async run(services, ...args) {
      const active = await connectedAccount(services);
      if (!active) return;
      const { account } = active;
      const question = { kind, title: `Delete ${kind.title}` };
      const targets = await credentialTargets(services, account, args, question);
      if (targets.length === 0) return;
      const what = describeTargets(kind, targets);
      const inUse = targets.filter((target) => isActive(account, kind, target));
      const chosen = await services.prompts.confirm({
        message: `Delete ${what}?`,
        detail: `A deleted ${kind.noun} cannot be brought back; a deactivated one can be activated again.`,
        actions: inUse.length > 0 ? [DEACTIVATE, DELETE] : [DELETE],
      });
      if (chosen === DEACTIVATE) {
        for (const target of inUse) await kind.setStatus(account, target, 'Inactive');
        await services.prompts.inform(`Deactivated ${describeTargets(kind, inUse)}.`);
      }
      if (chosen !== DELETE) return;
      const deleted = await changeEach(`Deleting ${kind.noun}s`, targets, (target) =>
        kind.delete(account, target),
      );
      if (deleted.length === 0) return;
      await services.prompts.inform(`Deleted ${describeTargets(kind, deleted)}.`);
    },
  };
}

function isActive(account: Account, kind: CredentialKind, target: CredentialTarget): boolean {
  const known = account.credentials(target.userName);
  if (!known) return false;
  return kind.listed(known).some(({ id, status }) => id === target.id && status === 'Active');
}
