import type { CallOptions } from '../account';
import type { AccountChange, PolicyHolder } from '../model';
import { holderKey } from '../state/accountState';
import { callOn, type AccountContext } from './context';
import { changeHolder } from './holders';
import { pages } from './paging';

function nameIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function applyAttachment(
  context: AccountContext,
  holder: PolicyHolder,
  arn: string,
  attached: boolean,
): void {
  const { things } = context.state;
  const known =
    holder.kind === 'user' ? things.users.get(holder.name) : things.groups.get(holder.name);
  const wasAttached = known?.attachedPolicies.some((policy) => policy.arn === arn);
  // Counted here and once: a list that is loaded brings its own count.
  if (known && wasAttached !== attached) {
    things.policies.update(arn, (policy) => ({
      ...policy,
      attachmentCount: Math.max(0, policy.attachmentCount + (attached ? 1 : -1)),
    }));
  }
  const attach = changeHolder(context, holder, ({ attachedPolicies }) => {
    const others = attachedPolicies.filter((policy) => policy.arn !== arn);
    return { attachedPolicies: attached ? [...others, { name: nameIn(arn), arn }] : others };
  });
  context.state.apply(attach, ...changesOf(holder, arn));
}

function changesOf(holder: PolicyHolder, arn: string): AccountChange[] {
  return [
    { kind: holder.kind, name: holder.name },
    { kind: 'policy', ref: { kind: 'managed', arn } },
  ];
}

export async function attachPolicy(
  context: AccountContext,
  holder: PolicyHolder,
  arn: string,
): Promise<void> {
  const entities = [holderKey(holder), `policy:${arn}` as const];
  if (holder.kind === 'user') {
    const input = { UserName: holder.name, PolicyArn: arn };
    await callOn(context, 'AttachUserPolicy', input, entities);
  } else {
    const input = { GroupName: holder.name, PolicyArn: arn };
    await callOn(context, 'AttachGroupPolicy', input, entities);
  }
  applyAttachment(context, holder, arn, true);
}

export async function detachPolicy(
  context: AccountContext,
  holder: PolicyHolder,
  arn: string,
): Promise<void> {
  const entities = [holderKey(holder)];
  if (holder.kind === 'user') {
    const input = { UserName: holder.name, PolicyArn: arn };
    await callOn(context, 'DetachUserPolicy', input, entities);
  } else {
    const input = { GroupName: holder.name, PolicyArn: arn };
    await callOn(context, 'DetachGroupPolicy', input, entities);
  }
  applyAttachment(context, holder, arn, false);
}

/** Who has a managed policy attached, by name. */
export async function policyHolders(
  { client }: AccountContext,
  arn: string,
  options: CallOptions = {},
): Promise<{ users: string[]; groups: string[]; roles: string[] }> {
  const holders = { users: [] as string[], groups: [] as string[], roles: [] as string[] };
  for await (const page of pages(client, 'ListEntitiesForPolicy', { PolicyArn: arn }, options)) {
    for (const { UserName } of page.PolicyUsers ?? []) holders.users.push(UserName ?? '');
    for (const { GroupName } of page.PolicyGroups ?? []) holders.groups.push(GroupName ?? '');
    for (const { RoleName } of page.PolicyRoles ?? []) holders.roles.push(RoleName ?? '');
  }
  return holders;
}
