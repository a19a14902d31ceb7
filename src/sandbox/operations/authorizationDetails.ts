import type { Account } from '../account';
import type { AwsPolicy } from '../awsPolicies';
import { type Call, type OperationTable, read } from '../operation';
import { cutPage } from '../paging';
import { list } from '../parameters';
import { paging } from '../rules';
import {
  type GroupState,
  type HolderState,
  type ManagedPolicyState,
  type RoleState,
  type UserState,
  nameKey,
} from '../state';
import type { XmlValue } from '../xml';
import { attachedPolicies, attachmentXml } from './attachments';
import { boundaryXml } from './boundaries';
import { encodeDocument } from '../document/encoding';
import { sortedPolicies } from './inlinePolicies';
import { policyXml } from './managedPolicies';
import { versionXml, versionsOf } from './policyVersions';
import { roleXml } from './roles';
import { tagsXml } from './tags';

/** One thing of the account with the key that puts it in its place among all of them. */
type Entry = { key: string } & (
  | { kind: 'user'; item: UserState }
  | { kind: 'group'; item: GroupState }
  | { kind: 'role'; item: RoleState }
  | { kind: 'policy'; item: ManagedPolicyState | AwsPolicy }
);

const KINDS = ['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'] as const;

/**
 * One list of users, groups, roles and policies, cut into pages; a page may hold several kinds.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html
 */
export const authorizationDetails: OperationTable = {
  GetAccountAuthorizationDetails: read(
    { Filter: list({ values: KINDS }, false), ...paging },
    (call, input) => {
      const wanted = new Set(input.Filter.length > 0 ? input.Filter : KINDS);
      const page = cutPage(entriesOf(call.account, wanted), (entry) => entry.key, input);
      const context = contextOf(call.account);
      const lists: Record<Entry['kind'], XmlValue[]> = {
        user: [],
        group: [],
        role: [],
        policy: [],
      };
      for (const entry of page.items) lists[entry.kind].push(entryXml(call, context, entry));
      return {
        ...page.position,
        UserDetailList: lists.user,
        GroupDetailList: lists.group,
        RoleDetailList: lists.role,
        Policies: lists.policy,
      };
    },
  ),
};

/** What the details of many things need, found once a call. */
interface Context {
  groupNames: ReadonlyMap<string, string>;
  attached: ReadonlyMap<string, number>;
  bounding: ReadonlyMap<string, number>;
}

function contextOf(account: Account): Context {
  return {
    groupNames: new Map(account.groups.all().map((group) => [group.id, group.name])),
    attached: account.attachmentCounts(),
    bounding: account.boundaryCounts(),
  };
}

function entriesOf(account: Account, wanted: ReadonlySet<string>): Entry[] {
  const entries: Entry[] = [];
  if (wanted.has('User')) {
    for (const item of account.users.all())
      entries.push({ key: `0${nameKey(item.name)}`, kind: 'user', item });
  }
  if (wanted.has('Group')) {
    for (const item of account.groups.all())
      entries.push({ key: `1${nameKey(item.name)}`, kind: 'group', item });
  }
  if (wanted.has('Role')) {
    for (const item of account.roles.all())
      entries.push({ key: `2${nameKey(item.name)}`, kind: 'role', item });
  }
  if (wanted.has('LocalManagedPolicy')) {
    for (const item of account.policies.all())
      entries.push({ key: `3${nameKey(item.name)}`, kind: 'policy', item });
  }
  if (wanted.has('AWSManagedPolicy')) {
    for (const item of awsPoliciesInUse(account))
      entries.push({ key: `4${nameKey(item.name)}`, kind: 'policy', item });
  }
  return entries;
}

/** Of AWS's policies only those that something in the account uses. */
function awsPoliciesInUse(account: Account): AwsPolicy[] {
  const used = new Set([...account.attachmentCounts().keys(), ...account.boundaryCounts().keys()]);
  return account.awsPolicies.all.filter((policy) => used.has(policy.arn));
}

function entryXml(call: Call, context: Context, entry: Entry): XmlValue {
  switch (entry.kind) {
    case 'user':
      return userDetail(call, context, entry.item);
    case 'group':
      return groupDetail(call, entry.item);
    case 'role':
      return roleDetail(call, entry.item);
    case 'policy':
      return policyDetail(call, context, entry.item);
  }
}

function userDetail({ account }: Call, context: Context, user: UserState): XmlValue {
  return {
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: account.holderArn('user', user),
    CreateDate: new Date(user.created),
    ...(user.inlinePolicies.length > 0 ? { UserPolicyList: inlineXml(user) } : {}),
    GroupList: user.groupIds.flatMap((id) => context.groupNames.get(id) ?? []).sort(),
    AttachedManagedPolicies: attachedPolicies(user).map(attachmentXml),
    ...boundaryXml(user.boundary),
    ...tagsXml(user.tags),
  };
}

function groupDetail({ account }: Call, group: GroupState): XmlValue {
  return {
    Path: group.path,
    GroupName: group.name,
    GroupId: group.id,
    Arn: account.holderArn('group', group),
    CreateDate: new Date(group.created),
    GroupPolicyList: inlineXml(group),
    AttachedManagedPolicies: attachedPolicies(group).map(attachmentXml),
  };
}

function roleDetail(call: Call, role: RoleState): XmlValue {
  return {
    ...roleXml(call.account, role),
    InstanceProfileList: [],
    RolePolicyList: inlineXml(role),
    AttachedManagedPolicies: attachedPolicies(role).map(attachmentXml),
    ...boundaryXml(role.boundary),
    ...tagsXml(role.tags),
  };
}

function policyDetail(
  { account }: Call,
  context: Context,
  policy: ManagedPolicyState | AwsPolicy,
): XmlValue {
  const attached = context.attached.get(policy.arn) ?? 0;
  const bounding = context.bounding.get(policy.arn) ?? 0;
  return {
    ...policyXml(policy, attached, bounding),
    ...('description' in policy ? { Description: policy.description } : {}),
    PolicyVersionList: versionsOf(account, policy)
      .reverse()
      .map((version) => ({
        Document: encodeDocument(version.document),
        ...versionXml(version),
      })),
  };
}

function inlineXml(holder: HolderState): XmlValue[] {
  return sortedPolicies(holder).map((policy) => ({
    PolicyName: policy.name,
    PolicyDocument: encodeDocument(policy.document),
  }));
}
