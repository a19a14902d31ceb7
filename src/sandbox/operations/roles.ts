import type { Account } from '../account';
import { alreadyExists, deleteConflict, quotaExceeded } from '../errors';
import { newId } from '../identifiers';
import { type Call, type OperationTable, read, write } from '../operation';
import { cutPage, pageOf } from '../paging';
import { integer, optional, required, tagList } from '../parameters';
import { checkPolicyDocument } from '../document';
import { QUOTAS } from '../quotas';
import {
  arn,
  description,
  document,
  existingName,
  newName,
  paging,
  path,
  pathPrefix,
} from '../rules';
import { type RoleState, nameKey } from '../state';
import { boundaryXml, requirePolicy } from './boundaries';
import { encodeDocument, policySize } from '../document/encoding';
import { checkTags, tagsXml } from './tags';

/** Seconds. */
const MAX_SESSION_DURATION = { min: 3600, max: 43200 };

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const roles: OperationTable = {
  CreateRole: write(
    {
      RoleName: required(newName('role')),
      AssumeRolePolicyDocument: required(document),
      Path: optional(path),
      Description: optional(description),
      MaxSessionDuration: integer(MAX_SESSION_DURATION.min, MAX_SESSION_DURATION.max),
      PermissionsBoundary: optional(arn),
      Tags: tagList(false),
    },
    (call, input) => {
      requireRoom(call, input.RoleName);
      checkTrustPolicy(input.AssumeRolePolicyDocument);
      if (input.PermissionsBoundary) requirePolicy(call.account, input.PermissionsBoundary);
      const role: RoleState = {
        name: input.RoleName,
        id: newId('AROA'),
        path: input.Path ?? '/',
        created: call.now.toISOString(),
        trustPolicy: input.AssumeRolePolicyDocument,
        description: input.Description,
        maxSessionDuration: input.MaxSessionDuration ?? MAX_SESSION_DURATION.min,
        boundary: input.PermissionsBoundary,
        tags: checkTags([], input.Tags),
        inlinePolicies: [],
        attachedPolicies: [],
      };
      call.account.roles.add(role);
      return { Role: roleDetails(call.account, role) };
    },
  ),

  GetRole: read({ RoleName: required(existingName('role')) }, ({ account }, input) => ({
    Role: roleDetails(account, account.role(input.RoleName)),
  })),

  ListRoles: read({ PathPrefix: optional(pathPrefix), ...paging }, ({ account }, input) => {
    const prefix = input.PathPrefix ?? '/';
    const found = account.roles.all().filter((role) => role.path.startsWith(prefix));
    const page = cutPage(found, (role) => nameKey(role.name), input);
    return pageOf(page, 'Roles', (role) => ({
      ...roleXml(account, role),
      Description: role.description,
      MaxSessionDuration: role.maxSessionDuration,
    }));
  }),

  UpdateAssumeRolePolicy: write(
    { RoleName: required(existingName('role')), PolicyDocument: required(document) },
    ({ account }, input) => {
      const role = account.role(input.RoleName);
      checkTrustPolicy(input.PolicyDocument);
      role.trustPolicy = input.PolicyDocument;
    },
  ),

  DeleteRole: write({ RoleName: required(existingName('role')) }, ({ account }, input) => {
    const role = account.role(input.RoleName);
    const first = (what: string) => deleteConflict(`Cannot delete entity, must ${what} first.`);
    if (role.attachedPolicies.length > 0) throw first('detach all policies');
    if (role.inlinePolicies.length > 0) throw first('delete policies');
    account.roles.remove(role);
  }),
};

export function roleXml(account: Account, role: RoleState) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: account.holderArn('role', role),
    CreateDate: new Date(role.created),
    AssumeRolePolicyDocument: encodeDocument(role.trustPolicy),
  };
}

function roleDetails(account: Account, role: RoleState) {
  return {
    ...roleXml(account, role),
    Description: role.description,
    MaxSessionDuration: role.maxSessionDuration,
    ...boundaryXml(role.boundary),
    ...tagsXml(role.tags),
    RoleLastUsed: {},
  };
}

function requireRoom({ account }: Call, name: string): void {
  if (account.roles.find(name)) throw alreadyExists(`Role with name ${name} already exists.`);
  if (account.roles.size >= QUOTAS.roles) throw quotaExceeded('RolesPerAccount', QUOTAS.roles);
}

function checkTrustPolicy(text: string): void {
  checkPolicyDocument(text, 'trust');
  if (policySize(text) > QUOTAS.trustPolicySize) {
    throw quotaExceeded('ACLSizePerRole', QUOTAS.trustPolicySize);
  }
}
