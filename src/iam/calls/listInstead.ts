/** Used where GetAccountAuthorizationDetails is denied: what list calls show is better than nothing. */
import type { Group } from '../model';
import { sameName } from '../names';
import { narrowGroup, narrowListedUser, narrowPolicy } from '../state/narrow';
import { failedFor } from './context';
import { loadHolder } from './holders';
import type { Load } from './load';
import { all, pages } from './paging';

export async function loadListedUsers(load: Load): Promise<void> {
  const options = { signal: load.signal };
  const { users } = load.into;
  for await (const page of pages(load.context.client, 'ListUsers', {}, options)) {
    for (const user of (page.Users ?? []).map(narrowListedUser)) {
      // What the members of a group have told of a user already is kept.
      users.set({ ...user, groups: users.get(user.name)?.groups ?? [] });
    }
    load.context.state.replay(load.asked, load.into);
    load.grown('users');
  }
}

export async function loadListedGroups(load: Load): Promise<void> {
  const options = { signal: load.signal };
  const found: Group[] = [];
  for await (const page of pages(load.context.client, 'ListGroups', {}, options)) {
    const groups = (page.Groups ?? []).map((group) => ({
      ...narrowGroup(group),
      partial: true as const,
    }));
    found.push(...groups);
    load.into.groups.set(...groups);
    load.context.state.replay(load.asked, load.into);
    load.grown('groups');
  }
  await Promise.all(found.map((group) => loadMembers(load, group)));
  await loadGroupPolicies(load, found);
}

/** One group after the other, so that what a person opens meanwhile is not kept waiting. */
async function loadGroupPolicies(
  { context, signal, into, grown }: Load,
  groups: Group[],
): Promise<void> {
  for (const { name } of groups) {
    try {
      await loadHolder(context, { kind: 'group', name }, { signal }, into);
      grown('groups');
    } catch (error) {
      // What is denied for one group is denied for all, as a rule; they stay marked as partial.
      if (failedFor(error, 'accessDenied', 'unsupported')) return;
      if (!failedFor(error, 'notFound')) throw error;
    }
  }
}

/** A user that is seen as a member is shown even where users cannot be listed. */
async function loadMembers(load: Load, group: Group): Promise<void> {
  const { users } = load.into;
  try {
    const members = await all(
      load.context.client,
      'GetGroup',
      { GroupName: group.name },
      ({ Users }) => Users,
      { signal: load.signal },
    );
    for (const member of members) {
      const user = users.get(member.UserName ?? '') ?? narrowListedUser(member);
      const groups = user.groups.filter((name) => !sameName(name, group.name));
      users.set({ ...user, groups: [...groups, group.name] });
    }
    load.grown('users');
  } catch (error) {
    if (!failedFor(error, 'accessDenied', 'unsupported', 'notFound')) throw error;
  }
}

export async function loadListedPolicies(load: Load): Promise<void> {
  const options = { signal: load.signal };
  const input = { Scope: 'Local' as const };
  for await (const page of pages(load.context.client, 'ListPolicies', input, options)) {
    load.into.policies.set(...(page.Policies ?? []).map(narrowPolicy));
    load.context.state.replay(load.asked, load.into);
    load.grown('policies');
  }
}
