import type { CallOptions } from '../account';
import type { Group, InlinePolicy, PolicyHolder, User } from '../model';
import { holderKey, type Mutation, type Things } from '../state/accountState';
import { decodeDocument, narrowAttached } from '../state/narrow';
import { callOn, type AccountContext } from './context';
import { all } from './paging';
import type { AttachedPolicy } from '../model';

type Policies = Pick<User, 'inlinePolicies' | 'attachedPolicies'>;

/** Changes the policies of a user or a group; nothing happens when it is not known. */
export function changeHolder(
  { state }: AccountContext,
  holder: PolicyHolder,
  change: (known: Policies) => Partial<Policies>,
): Mutation {
  const id = state.idOf(holder);
  return ({ users, groups }) => {
    if (holder.kind === 'user') {
      users.update(holder.name, (user: User) => ({ ...user, ...change(user) }), id);
    } else {
      groups.update(holder.name, (group: Group) => ({ ...group, ...change(group) }), id);
    }
  };
}

export async function listAttached(
  { client, state }: AccountContext,
  holder: PolicyHolder,
  options: CallOptions = {},
): Promise<AttachedPolicy[]> {
  const paging = { ...options, awaitsEntity: state.isNew(holderKey(holder)) };
  const listed =
    holder.kind === 'user'
      ? await all(
          client,
          'ListAttachedUserPolicies',
          { UserName: holder.name },
          ({ AttachedPolicies }) => AttachedPolicies,
          paging,
        )
      : await all(
          client,
          'ListAttachedGroupPolicies',
          { GroupName: holder.name },
          ({ AttachedPolicies }) => AttachedPolicies,
          paging,
        );
  return narrowAttached(listed);
}

export async function listInlineNames(
  { client }: AccountContext,
  holder: PolicyHolder,
  options: CallOptions = {},
): Promise<string[]> {
  return holder.kind === 'user'
    ? all(
        client,
        'ListUserPolicies',
        { UserName: holder.name },
        ({ PolicyNames }) => PolicyNames,
        options,
      )
    : all(
        client,
        'ListGroupPolicies',
        { GroupName: holder.name },
        ({ PolicyNames }) => PolicyNames,
        options,
      );
}

export async function listGroupNames(
  { client }: AccountContext,
  userName: string,
  options: CallOptions = {},
): Promise<string[]> {
  const groups = await all(
    client,
    'ListGroupsForUser',
    { UserName: userName },
    ({ Groups }) => Groups,
    options,
  );
  return groups.map(({ GroupName = '' }) => GroupName);
}

async function inlinePolicies(
  context: AccountContext,
  holder: PolicyHolder,
  options: CallOptions,
): Promise<InlinePolicy[]> {
  const names = await listInlineNames(context, holder, options);
  const read = async (PolicyName: string): Promise<InlinePolicy> => {
    const { PolicyDocument } =
      holder.kind === 'user'
        ? await callOn(context, 'GetUserPolicy', { UserName: holder.name, PolicyName }, [], options)
        : await callOn(
            context,
            'GetGroupPolicy',
            { GroupName: holder.name, PolicyName },
            [],
            options,
          );
    return { name: PolicyName, document: decodeDocument(PolicyDocument) };
  };
  return Promise.all(names.map(read));
}

/** Policies of a user or group, and of a user the memberships: what a list call leaves out. */
async function readHolder(
  context: AccountContext,
  holder: PolicyHolder,
  options: CallOptions,
): Promise<Policies & { partial: undefined; groups?: string[] }> {
  const [inline, attached, memberships] = await Promise.all([
    inlinePolicies(context, holder, options),
    listAttached(context, holder, options),
    holder.kind === 'user' ? listGroupNames(context, holder.name, options) : undefined,
  ]);
  const policies = { inlinePolicies: inline, attachedPolicies: attached, partial: undefined };
  return memberships ? { ...policies, groups: memberships } : policies;
}

/**
 * Asks for policies and memberships of a user or group that a list call gave without them.
 * Does nothing for one that is known wholly.
 */
export async function loadHolder(
  context: AccountContext,
  holder: PolicyHolder,
  options: CallOptions = {},
  things: Things = context.state.things,
): Promise<void> {
  const { users, groups } = things;
  const known = holder.kind === 'user' ? users.get(holder.name) : groups.get(holder.name);
  if (!known?.partial) return;
  const asked = context.clock.now();
  const read = await readHolder(context, holder, options);
  if (holder.kind === 'user') users.update(holder.name, (user) => ({ ...user, ...read }));
  else groups.update(holder.name, (group) => ({ ...group, ...read }));
  context.state.replay(asked, things);
  if (things === context.state.things) {
    context.state.fire({ kind: holder.kind, name: holder.name });
  }
}
