import type { Account } from '../iam/account';
import type { PolicyRef } from '../iam/model';
import type { Services } from '../services';
import { askPolicy } from '../ui/choosePolicy';
import { connectedAccount } from '../ui/connected';
import { nameOf } from '../ui/entityText';
import { counted, listed } from '../ui/words';
import { targetRefs, type Command } from './command';

const DELETE = 'Delete';
const DELETE_AND_OPEN = 'Delete and Keep the Text Open';

/**
 * 1. An inline policy: confirms, deletes, and offers to keep its text in an untitled document.
 * 2. A managed one: shows all that stands in the way (attachments, versions) in one list,
 *    asks for its name to be typed, and removes everything in AWS's order.
 */
export const deletePolicy: Command = {
  id: 'iamWorkbench.deletePolicy',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const refs = targetRefs(services, args);
    const ref = await askPolicy(services, active.account, refs, 'Delete Policy');
    if (!ref) return;
    if (ref.kind === 'inline') await deleteInline(services, active.account, ref);
    else await deleteManaged(services, active.account, ref.arn);
  },
};

async function deleteInline(
  services: Services,
  account: Account,
  ref: Extract<PolicyRef, { kind: 'inline' }>,
): Promise<void> {
  const { holder, policyName } = ref;
  const chosen = await services.prompts.confirm({
    message: `Delete the inline policy ${policyName} of ${holder.kind} ${holder.name}?`,
    detail: 'What only this policy allows is lost at once. AWS keeps no copy.',
    actions: [DELETE, DELETE_AND_OPEN],
  });
  if (chosen === undefined) return;
  if (chosen === DELETE_AND_OPEN) await services.documents.openCopy(ref);
  await account.deleteInlinePolicy(holder, policyName);
  await services.prompts.inform(`Deleted ${policyName} of ${holder.kind} ${holder.name}.`);
}

async function deleteManaged(services: Services, account: Account, arn: string): Promise<void> {
  const name = nameOf({ kind: 'policy', ref: { kind: 'managed', arn } });
  const [holders, versions] = await Promise.all([
    account.policyHolders(arn),
    account.listPolicyVersions(arn),
  ]);
  if (holders.roles.length > 0) {
    const roles = listed(holders.roles, 'roles');
    await services.prompts.warn(`${name} is attached to ${roles}. Detach it there first.`);
    return;
  }
  const older = versions.filter(({ isDefault }) => !isDefault);
  const blockers = [
    ...(holders.users.length > 0 ? [`detaches it from ${listed(holders.users, 'users')}`] : []),
    ...(holders.groups.length > 0 ? [`detaches it from ${listed(holders.groups, 'groups')}`] : []),
    ...(older.length > 0
      ? [`deletes ${counted(older.length, 'older version', 'older versions')}`]
      : []),
  ];
  const also = blockers.length === 0 ? '' : ` This also ${blockers.join(', ')}.`;
  const confirmed = await services.prompts.confirmByTyping({
    title: `Delete managed policy ${name}`,
    prompt: `It cannot be brought back.${also} Type the name to confirm.`,
    expected: name,
  });
  if (!confirmed) return;
  for (const user of holders.users) await account.detachPolicy({ kind: 'user', name: user }, arn);
  for (const group of holders.groups) {
    await account.detachPolicy({ kind: 'group', name: group }, arn);
  }
  for (const { id } of older) await account.deletePolicyVersion(arn, id);
  await account.deletePolicy(arn);
  await services.prompts.inform(`Deleted managed policy ${name}.`);
}
