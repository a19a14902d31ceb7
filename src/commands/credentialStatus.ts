import type { Account } from '../iam/account';
import type { Status } from '../iam/model';
import { changeEach } from '../ui/changeEach';
import { connectedAccount } from '../ui/connected';
import type { Command } from './command';
import {
  credentialTargets,
  describeTargets,
  type CredentialKind,
  type CredentialTarget,
} from './credentialKind';

const UNDO = 'Undo';

interface StatusChange {
  id: string;
  kind: CredentialKind;
  to: Status;
}

/**
 * A command that activates or deactivates keys or certificates. Nothing is lost by it, so nothing
 * is asked: the message offers to undo it.
 */
export function statusCommand({ id, kind, to }: StatusChange): Command {
  const from: Status = to === 'Active' ? 'Inactive' : 'Active';
  const verb = to === 'Active' ? 'Activate' : 'Deactivate';
  return {
    id,
    async run(services, ...args) {
      const active = await connectedAccount(services);
      if (!active) return;
      const { account } = active;
      const question = { kind, title: `${verb} ${kind.title}`, status: from };
      const targets = await credentialTargets(services, account, args, question);
      if (targets.length === 0) return;
      const changed = await setStatus(account, kind, targets, to);
      if (changed.length === 0) return;
      const message = `${verb}d ${describeTargets(kind, changed)}.${consequence(to)}`;
      if ((await services.prompts.inform(message, UNDO)) !== UNDO) return;
      await setStatus(account, kind, changed, from);
    },
  };
}

function consequence(to: Status): string {
  return to === 'Inactive' ? ' What uses it is refused from now on.' : '';
}

function setStatus(
  account: Account,
  kind: CredentialKind,
  targets: readonly CredentialTarget[],
  status: Status,
): Promise<CredentialTarget[]> {
  return changeEach(`Changing ${kind.noun}s`, targets, (target) =>
    kind.setStatus(account, target, status),
  );
}
