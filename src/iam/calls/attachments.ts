import type { CallOptions } from '../account';
import type { AccountChange, PolicyHolder } from '../model';
import { holderKey, type Mutation } from '../state/accountState';
import { callOn, type AccountContext } from './context';
import { changeHolder } from './holders';
import { pages } from './paging';

function nameIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** Counts only when something changes: the change may be made twice. */
function setAttached(holder: PolicyHolder, arn: string, attached: boolean): Mutation {
  return (things) => {
    const known = (holder.kind === 'user' ? things.users : things.groups).get(holder.name);
    const wasAttached = known?.attachedPolicies.some((policy) => policy.arn === arn);
    if (!known || wasAttached === attached) return;
    changeHolder(holder, ({ attachedPolicies }) => ({
      attachedPolicies: attached
        ? [...attachedPolicies, { name: nameIn(arn), arn }]
        : attachedPolicies.filter((policy) => policy.arn !== arn),
    }))(things);
    things.policies.update(arn, (policy) => ({
      ...policy,
      attachmentCount: Math.max(0, policy.attachmentCount + (attached ? 1 : -1)),
    }));
  };
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
  context.state.apply(setAttached(holder, arn, true), ...changesOf(holder, arn));
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
  context.state.apply(setAttached(holder, arn, false), ...changesOf(holder, arn));
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
