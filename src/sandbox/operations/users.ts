import { alreadyExists, deleteConflict, quotaExceeded } from '../errors';
import { newId } from '../identifiers';
import { type Call, type OperationTable, read, write } from '../operation';
import { cutPage, pageOf } from '../paging';
import { optional, required, tagList } from '../parameters';
import { QUOTAS } from '../quotas';
import { existingName, newName, paging, path, pathPrefix, arn } from '../rules';
import { type UserState, nameKey } from '../state';
import type { XmlValue } from '../xml';
import { boundaryXml, requirePolicy } from './boundaries';
import { checkTags, tagsXml } from './tags';

export const users: OperationTable = {
  CreateUser: write(
    {
      UserName: required(newName('user')),
      Path: optional(path),
      PermissionsBoundary: optional(arn),
      Tags: tagList(false),
    },
    (call, input) => {
      const { account } = call;
      requireFreeName(call, input.UserName);
      if (account.users.size >= QUOTAS.users) throw quotaExceeded('UsersPerAccount', QUOTAS.users);
      if (input.PermissionsBoundary) requirePolicy(account, input.PermissionsBoundary);
      const user: UserState = {
        name: input.UserName,
        id: newId('AIDA'),
        path: input.Path ?? '/',
        created: call.now.toISOString(),
        boundary: input.PermissionsBoundary,
        tags: checkTags([], input.Tags),
        groupIds: [],
        inlinePolicies: [],
        attachedPolicies: [],
        accessKeys: [],
        certificates: [],
        mfaDevices: [],
        sshPublicKeys: [],
        serviceCredentials: [],
      };
      account.users.add(user);
      return { User: userDetails(call, user) };
    },
  ),

  GetUser: read({ UserName: optional(existingName('user')) }, (call, input) => {
    const user =
      input.UserName === undefined ? call.caller.user : call.account.user(input.UserName);
    return { User: user ? userDetails(call, user) : rootXml(call) };
  }),

  ListUsers: read({ PathPrefix: optional(pathPrefix), ...paging }, (call, input) => {
    const prefix = input.PathPrefix ?? '/';
    const found = call.account.users.all().filter((user) => user.path.startsWith(prefix));
    const page = cutPage(found, (user) => nameKey(user.name), input);
    return pageOf(page, 'Users', (user) => userXml(call, user));
  }),

  UpdateUser: write(
    {
      UserName: required(existingName('user')),
      NewUserName: optional(newName('user')),
      NewPath: optional(path),
    },
    (call, input) => {
      const user = call.account.user(input.UserName);
      if (input.NewUserName !== undefined) {
        requireFreeName(call, input.NewUserName, user);
        call.account.users.rename(user, input.NewUserName);
      }
      user.path = input.NewPath ?? user.path;
    },
  ),

  DeleteUser: write({ UserName: required(existingName('user')) }, (call, input) => {
    const user = call.account.user(input.UserName);
    const reason = deletionBlocker(user);
    if (reason) throw deleteConflict(reason);
    call.account.users.remove(user);
  }),

  ListGroupsForUser: read(
    { UserName: required(existingName('user')), ...paging },
    (call, input) => {
      const groups = call.account.groupsOf(call.account.user(input.UserName));
      const page = cutPage(groups, (group) => nameKey(group.name), input);
      return pageOf(page, 'Groups', (group) => ({
        Path: group.path,
        GroupName: group.name,
        GroupId: group.id,
        Arn: call.account.holderArn('group', group),
        CreateDate: new Date(group.created),
      }));
    },
  ),
};

/** A user as lists show it: without tags and boundary. */
export function userXml(call: Call, user: UserState) {
  return {
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: call.account.holderArn('user', user),
    CreateDate: new Date(user.created),
  };
}

function userDetails(call: Call, user: UserState): XmlValue {
  return { ...userXml(call, user), ...boundaryXml(user.boundary), ...tagsXml(user.tags) };
}

function rootXml({ account }: Call): XmlValue {
  return {
    UserId: account.state.accountId,
    Arn: account.arn('root'),
    CreateDate: new Date(account.state.created),
  };
}

function requireFreeName({ account }: Call, name: string, self?: UserState): void {
  const other = account.users.find(name);
  if (other && other !== self) throw alreadyExists(`User with name ${name} already exists.`);
}

/**
 * The first thing that must go before the user can; AWS names one a call.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
 * @see https://github.com/rebuy-de/aws-nuke/issues/671, /issues/281, https://github.com/ucopacme/aws-orgs/issues/69
 * for the wording
 */
function deletionBlocker(user: UserState): string | undefined {
  const blockers: [blocks: boolean, what: string][] = [
    [user.loginProfile !== undefined, 'delete login profile'],
    [user.accessKeys.length > 0, 'delete access keys'],
    [user.mfaDevices.length > 0, 'delete MFA device'],
    [user.attachedPolicies.length > 0, 'detach all policies'],
    [user.inlinePolicies.length > 0, 'delete policies'],
    [user.groupIds.length > 0, 'remove users from group'],
    [user.certificates.length > 0, 'delete certificates'],
    [user.sshPublicKeys.length > 0, 'remove referenced objects'],
    [user.serviceCredentials.length > 0, 'remove referenced objects'],
  ];
  const found = blockers.find(([blocks]) => blocks);
  return found && `Cannot delete entity, must ${found[1]} first.`;
}
