import type { Tag, User } from '../model';
import { sameName } from '../names';
import type { Things } from '../state/accountState';
import { narrowUser } from '../state/narrow';
import { callOn, isNew, makeOrFind, type AccountContext } from './context';
import { renamedArn } from './groups';

async function getUser(context: AccountContext, name: string): Promise<User | undefined> {
  const { User: found } = await context.client.call('GetUser', { UserName: name });
  return found && narrowUser({ ...found, UserPolicyList: [] });
}

export async function createUser(
  context: AccountContext,
  name: string,
  options: { path?: string; tags?: Tag[] } = {},
): Promise<User> {
  const { path = '/', tags = [] } = options;
  const Tags = tags.map(({ key, value }) => ({ Key: key, Value: value }));
  const before = context.state.idOf({ kind: 'user', name });
  const user = await makeOrFind(
    context,
    async () => {
      const input = { UserName: name, Path: path, ...(Tags.length > 0 ? { Tags } : {}) };
      const { User: made } = await context.client.call('CreateUser', input);
      return narrowUser({ UserName: name, Path: path, Tags, ...made, UserPolicyList: [] });
    },
    async (notBefore) => {
      const found = await getUser(context, name);
      return found && isNew(found, { before, notBefore, path }) ? found : undefined;
    },
  );
  context.state.noteMade(`user:${name}`);
  context.state.apply(({ users }) => users.set(user), { kind: 'users' });
  return user;
}

function moveCredentials({ credentials }: Things, oldName: string, newName: string): void {
  const known = credentials.get(oldName.toLowerCase());
  if (!known) return;
  credentials.delete(oldName.toLowerCase());
  credentials.set(newName.toLowerCase(), {
    ...known,
    accessKeys: known.accessKeys.map((key) => ({ ...key, userName: newName })),
    certificates: known.certificates.map((each) => ({ ...each, userName: newName })),
  });
}

export async function updateUser(
  context: AccountContext,
  name: string,
  change: { newName?: string; newPath?: string },
): Promise<void> {
  const { newName, newPath } = change;
  const known = context.state.things.users.get(name);
  await makeOrFind(
    context,
    async () => {
      const input = { UserName: name, NewUserName: newName, NewPath: newPath };
      await callOn(context, 'UpdateUser', input, [`user:${name}`]);
      return true;
    },
    async () => {
      const found = newName === undefined ? undefined : await getUser(context, newName);
      return found && found.id === known?.id ? true : undefined;
    },
  );
  const finalName = newName ?? name;
  context.state.noteMade(`user:${finalName}`);
  const rename = (user: User): User => {
    const path = newPath ?? user.path;
    return { ...user, name: finalName, path, arn: renamedArn(user.arn, path, finalName) };
  };
  context.state.apply(
    (things) => {
      const isMeant = things.users.isMeant(name, known?.id);
      things.users.update(name, rename, known?.id);
      if (isMeant) moveCredentials(things, name, finalName);
    },
    { kind: 'users' },
    { kind: 'credentials', userName: finalName },
  );
}

export async function deleteUser(context: AccountContext, name: string): Promise<void> {
  const id = context.state.idOf({ kind: 'user', name });
  await callOn(context, 'DeleteUser', { UserName: name }, [`user:${name}`]);
  context.state.apply(
    ({ users, credentials }) => {
      if (users.isMeant(name, id)) credentials.delete(name.toLowerCase());
      users.delete(name, id);
    },
    { kind: 'users' },
  );
}

function setMembership(
  { state }: AccountContext,
  userName: string,
  groupName: string,
  member: boolean,
): void {
  const id = state.idOf({ kind: 'user', name: userName });
  const change = (user: User): User => {
    const others = user.groups.filter((group) => !sameName(group, groupName));
    return { ...user, groups: member ? [...others, groupName] : others };
  };
  state.apply(
    ({ users }) => users.update(userName, change, id),
    { kind: 'user', name: userName },
    { kind: 'group', name: groupName },
  );
}

export async function addUserToGroup(
  context: AccountContext,
  userName: string,
  groupName: string,
): Promise<void> {
  const input = { UserName: userName, GroupName: groupName };
  await callOn(context, 'AddUserToGroup', input, [`user:${userName}`, `group:${groupName}`]);
  setMembership(context, userName, groupName, true);
}

export async function removeUserFromGroup(
  context: AccountContext,
  userName: string,
  groupName: string,
): Promise<void> {
  const input = { UserName: userName, GroupName: groupName };
  await callOn(context, 'RemoveUserFromGroup', input, [`user:${userName}`, `group:${groupName}`]);
  setMembership(context, userName, groupName, false);
}

export async function deleteLoginProfile(context: AccountContext, userName: string): Promise<void> {
  await callOn(context, 'DeleteLoginProfile', { UserName: userName }, [`user:${userName}`]);
  context.state.apply(
    ({ credentials }) => {
      const known = credentials.get(userName.toLowerCase());
      if (known) credentials.set(userName.toLowerCase(), { ...known, hasLoginProfile: false });
    },
    { kind: 'credentials', userName },
  );
}
