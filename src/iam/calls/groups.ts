import type { Group, User } from '../model';
import { narrowGroup } from '../state/narrow';
import type { Things } from '../state/accountState';
import { sameName } from '../names';
import { callOn, isNew, makeOrFind, type AccountContext } from './context';

async function getGroup(context: AccountContext, name: string): Promise<Group | undefined> {
  const { Group: found } = await context.client.call('GetGroup', { GroupName: name, MaxItems: 1 });
  return found && narrowGroup(found);
}

export async function createGroup(
  context: AccountContext,
  name: string,
  path = '/',
): Promise<Group> {
  const before = context.state.idOf({ kind: 'group', name });
  const group = await makeOrFind(
    context,
    async () => {
      const input = { GroupName: name, Path: path };
      const answer = await context.client.call('CreateGroup', input);
      return narrowGroup(
        answer.Group ?? { ...input, GroupId: '', Arn: '', CreateDate: new Date() },
      );
    },
    async (notBefore) => {
      const found = await getGroup(context, name);
      return found && isNew(found, { before, notBefore, path }) ? found : undefined;
    },
  );
  context.state.noteMade(`group:${name}`);
  context.state.apply(({ groups }) => groups.set(group), { kind: 'groups' });
  return group;
}

/** An ARN after a rename or a move: its last part is path and name. */
export function renamedArn(arn: string, path: string, name: string): string {
  return arn.replace(/^((?:[^:]*:){5}[^/]+).*$/, (_, start: string) => start + path + name);
}

function renameInUsers({ users }: Things, oldName: string, newName: string): void {
  const isMember = (user: User): boolean => user.groups.some((group) => sameName(group, oldName));
  for (const user of users.items.filter(isMember)) {
    const groups = user.groups.map((group) => (sameName(group, oldName) ? newName : group));
    users.set({ ...user, groups });
  }
}

export async function updateGroup(
  context: AccountContext,
  name: string,
  change: { newName?: string; newPath?: string },
): Promise<void> {
  const { newName, newPath } = change;
  const known = context.state.things.groups.get(name);
  await makeOrFind(
    context,
    async () => {
      const input = { GroupName: name, NewGroupName: newName, NewPath: newPath };
      await callOn(context, 'UpdateGroup', input, [`group:${name}`]);
      return true;
    },
    async () => {
      const found = newName === undefined ? undefined : await getGroup(context, newName);
      return found && found.id === known?.id ? true : undefined;
    },
  );
  const finalName = newName ?? name;
  context.state.noteMade(`group:${finalName}`);
  const rename = (group: Group): Group => {
    const path = newPath ?? group.path;
    return { ...group, name: finalName, path, arn: renamedArn(group.arn, path, finalName) };
  };
  context.state.apply(
    (things) => {
      // Another group may have the old name by now: its members stay its members.
      const isMeant = things.groups.isMeant(name, known?.id);
      things.groups.update(name, rename, known?.id);
      if (isMeant && things.groups.get(finalName)) renameInUsers(things, name, finalName);
    },
    { kind: 'groups' },
    { kind: 'users' },
  );
}

export async function deleteGroup(context: AccountContext, name: string): Promise<void> {
  const id = context.state.idOf({ kind: 'group', name });
  await callOn(context, 'DeleteGroup', { GroupName: name }, [`group:${name}`]);
  context.state.apply(({ groups }) => groups.delete(name, id), { kind: 'groups' });
}
