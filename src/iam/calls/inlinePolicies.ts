import { createHash } from 'node:crypto';
import type { CallOptions, PolicyText } from '../account';
import type { AccountChange, InlinePolicy, PolicyHolder } from '../model';
import { holderKey, type Mutation } from '../state/accountState';
import { decodeDocument } from '../state/narrow';
import { callOn, type AccountContext } from './context';
import { changeHolder } from './holders';

function withoutPolicy(policies: InlinePolicy[], name: string): InlinePolicy[] {
  return policies.filter((policy) => policy.name !== name);
}

function setInline(
  context: AccountContext,
  holder: PolicyHolder,
  name: string,
  document: string,
): Mutation {
  return changeHolder(context, holder, ({ inlinePolicies }) => {
    const there = inlinePolicies.some((policy) => policy.name === name);
    const policy = { name, document };
    return {
      inlinePolicies: there
        ? inlinePolicies.map((each) => (each.name === name ? policy : each))
        : [...inlinePolicies, policy],
    };
  });
}

function changesOf(holder: PolicyHolder, policyName: string): AccountChange[] {
  return [
    { kind: holder.kind, name: holder.name },
    { kind: 'policy', ref: { kind: 'inline', holder, policyName } },
  ];
}

/** Tells two texts apart; it says nothing of what they mean. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

export async function readInlinePolicy(
  context: AccountContext,
  holder: PolicyHolder,
  policyName: string,
  options: CallOptions = {},
): Promise<PolicyText> {
  const entities = [holderKey(holder)];
  const answer =
    holder.kind === 'user'
      ? await callOn(
          context,
          'GetUserPolicy',
          { UserName: holder.name, PolicyName: policyName },
          entities,
          options,
        )
      : await callOn(
          context,
          'GetGroupPolicy',
          { GroupName: holder.name, PolicyName: policyName },
          entities,
          options,
        );
  const text = decodeDocument(answer.PolicyDocument);
  return { text, etag: digest(text) };
}

export async function putInlinePolicy(
  context: AccountContext,
  holder: PolicyHolder,
  policyName: string,
  document: string,
): Promise<void> {
  const policy = { PolicyName: policyName, PolicyDocument: document };
  const entities = [holderKey(holder)];
  if (holder.kind === 'user') {
    await callOn(context, 'PutUserPolicy', { UserName: holder.name, ...policy }, entities);
  } else {
    await callOn(context, 'PutGroupPolicy', { GroupName: holder.name, ...policy }, entities);
  }
  context.state.apply(
    setInline(context, holder, policyName, document),
    ...changesOf(holder, policyName),
  );
}

export async function deleteInlinePolicy(
  context: AccountContext,
  holder: PolicyHolder,
  policyName: string,
): Promise<void> {
  const entities = [holderKey(holder)];
  const name = { PolicyName: policyName };
  if (holder.kind === 'user') {
    await callOn(context, 'DeleteUserPolicy', { UserName: holder.name, ...name }, entities);
  } else {
    await callOn(context, 'DeleteGroupPolicy', { GroupName: holder.name, ...name }, entities);
  }
  context.state.apply(
    changeHolder(context, holder, ({ inlinePolicies }) => ({
      inlinePolicies: withoutPolicy(inlinePolicies, policyName),
    })),
    ...changesOf(holder, policyName),
  );
}
