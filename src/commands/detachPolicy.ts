import type { Account } from '../iam/account';
import type { Services } from '../services';
import { askPrincipal } from '../ui/choosePrincipal';
import { changeEach } from '../ui/changeEach';
import { connectedAccount } from '../ui/connected';
import { listed } from '../ui/words';
import { targetRefs, targetsOf, type Command, type RefOf } from './command';

type Attachment = RefOf<'attachment'>;

/** Detaches managed policies after a confirmation, and offers to undo. */
export const detachPolicy: Command = {
  id: 'iamWorkbench.detachPolicy',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const { account } = active;
    const attachments = await chosenAttachments(services, account, args);
    if (attachments.length === 0) return;
    const what = listed(
      attachments.map(({ name }) => name),
      'policies',
    );
    const from = listed([...new Set(attachments.map(({ holder }) => holder.name))], 'principals');
    const detach = 'Detach';
    const chosen = await services.prompts.confirm({
      message: `Detach ${what} from ${from}?`,
      detail: 'What only this policy allows is lost at once. The policy itself stays.',
      actions: [detach],
    });
    if (chosen !== detach) return;
    const detached = await changeEach('Detaching policies', attachments, ({ holder, arn }) =>
      account.detachPolicy(holder, arn),
    );
    if (detached.length === 0) return;
    const undo = 'Undo';
    if ((await services.prompts.inform(`Detached ${what} from ${from}.`, undo)) !== undo) return;
    await changeEach('Attaching policies', detached, ({ holder, arn }) =>
      account.attachPolicy(holder, arn),
    );
  },
};

async function chosenAttachments(
  services: Services,
  account: Account,
  args: readonly unknown[],
): Promise<Attachment[]> {
  const nodes = targetsOf(services, args, 'attachment');
  if (nodes.length > 0) return nodes;
  const title = 'Detach Managed Policy';
  const holder = await askPrincipal(services, account, targetRefs(services, args), title);
  if (!holder) return [];
  const attached = account.attachedPolicies(holder);
  const answer = await services.prompts.pickMany({
    title: `${title} from ${holder.name}`,
    placeholder: 'Policies to detach',
    choices: attached.then((policies) =>
      policies.map(({ name, arn }) => ({
        label: name,
        value: { kind: 'attachment' as const, holder, arn, name },
      })),
    ),
  });
  return Array.isArray(answer) ? answer : [];
}
