import { alreadyExists, deleteConflict, quotaExceeded } from '../errors';
import { newId } from '../identifiers';
import { type Call, type OperationTable, read, write } from '../operation';
import { cutPage, pageOf } from '../paging';
import { optional, required } from '../parameters';
import { QUOTAS } from '../quotas';
import { existingName, newName, paging, path, pathPrefix } from '../rules';
import { type GroupState, nameKey } from '../state';
import { userXml } from './users';

const membership = {
  GroupName: required(existingName('group')),
  UserName: required(existingName('user')),
};

export const groups: OperationTable = {
  CreateGroup: write(
    { GroupName: required(newName('group')), Path: optional(path) },
    (call, input) => {
      const { account } = call;
      requireFreeName(call, input.GroupName);
      if (account.groups.size >= QUOTAS.groups) {
        throw quotaExceeded('GroupsPerAccount', QUOTAS.groups);
      }
      const group: GroupState = {
        name: input.GroupName,
        id: newId('AGPA'),
        path: input.Path ?? '/',
        created: call.now.toISOString(),
        inlinePolicies: [],
        attachedPolicies: [],
      };
      account.groups.add(group);
      return { Group: groupXml(call, group) };
    },
  ),

  GetGroup: read({ GroupName: required(existingName('group')), ...paging }, (call, input) => {
    const group = call.account.group(input.GroupName);
    const page = cutPage(call.account.members(group), (user) => nameKey(user.name), input);
    return {
      Group: groupXml(call, group),
      ...pageOf(page, 'Users', (user) => userXml(call, user)),
    };
  }),

  ListGroups: read({ PathPrefix: optional(pathPrefix), ...paging }, (call, input) => {
    const prefix = input.PathPrefix ?? '/';
    const found = call.account.groups.all().filter((group) => group.path.startsWith(prefix));
    const page = cutPage(found, (group) => nameKey(group.name), input);
    return pageOf(page, 'Groups', (group) => groupXml(call, group));
  }),

  UpdateGroup: write(
    {
      GroupName: required(existingName('group')),
      NewGroupName: optional(newName('group')),
      NewPath: optional(path),
    },
    (call, input) => {
      const group = call.account.group(input.GroupName);
      if (input.NewGroupName !== undefined) {
        requireFreeName(call, input.NewGroupName, group);
        call.account.groups.rename(group, input.NewGroupName);
      }
      group.path = input.NewPath ?? group.path;
    },
  ),

  DeleteGroup: write({ GroupName: required(existingName('group')) }, ({ account }, input) => {
    const group = account.group(input.GroupName);
    const first = (what: string) => deleteConflict(`Cannot delete entity, must ${what} first.`);
    if (account.members(group).length > 0) throw first('remove users from group');
    if (group.attachedPolicies.length > 0) throw first('detach all policies');
    if (group.inlinePolicies.length > 0) throw first('delete policies');
    account.groups.remove(group);
  }),

  AddUserToGroup: write(membership, ({ account }, input) => {
    const group = account.group(input.GroupName);
    const user = account.user(input.UserName);
    if (user.groupIds.includes(group.id)) return;
    if (user.groupIds.length >= QUOTAS.groupsPerUser) {
      throw quotaExceeded('GroupsPerUser', QUOTAS.groupsPerUser);
    }
    user.groupIds.push(group.id);
  }),

  RemoveUserFromGroup: write(membership, ({ account }, input) => {
    const group = account.group(input.GroupName);
    const user = account.user(input.UserName);
    // Not to be a member is no error: https://github.com/cloud-custodian/cloud-custodian/pull/4730
    user.groupIds = user.groupIds.filter((id) => id !== group.id);
  }),
};

function groupXml(call: Call, group: GroupState) {
  return {
    Path: group.path,
    GroupName: group.name,
    GroupId: group.id,
    Arn: call.account.holderArn('group', group),
    CreateDate: new Date(group.created),
  };
}

function requireFreeName({ account }: Call, name: string, self?: GroupState): void {
  const other = account.groups.find(name);
  if (other && other !== self) throw alreadyExists(`Group with name ${name} already exists.`);
}
