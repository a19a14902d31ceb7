import type { HolderKind } from '../account';
import { noSuchEntity, quotaExceeded } from '../errors';
import { type Call, type OperationTable, read, write } from '../operation';
import { cutPage } from '../paging';
import { optional, required, sentAs } from '../parameters';
import { QUOTAS } from '../quotas';
import { arn, existingName, pathPrefix, paging } from '../rules';
import { type HolderState, nameKey } from '../state';
import { requirePolicy, requirePolicyArn } from './boundaries';
import { findPolicy } from './managedPolicies';

export const attachments: OperationTable = {
  ...operationsOf('User', 'user', QUOTAS.attachedPoliciesPerUser),
  ...operationsOf('Group', 'group', QUOTAS.attachedPoliciesPerGroup),
  ...operationsOf('Role', 'role', QUOTAS.attachedPoliciesPerRole),

  ListEntitiesForPolicy: read(
    {
      PolicyArn: required(arn),
      EntityFilter: optional({
        values: ['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'],
      }),
      PathPrefix: optional(pathPrefix),
      PolicyUsageFilter: optional({ values: ['PermissionsPolicy', 'PermissionsBoundary'] }),
      ...paging,
    },
    (call, input) => {
      const policy = findPolicy(call.account, input.PolicyArn);
      const prefix = input.PathPrefix ?? '/';
      const found = holdersOf(call, policy.arn, input.PolicyUsageFilter)
        .filter(({ kind }) => !input.EntityFilter || kind === input.EntityFilter.toLowerCase())
        .filter(({ holder }) => holder.path.startsWith(prefix));
      const page = cutPage(found, holderKey, input);
      const named = (kind: HolderKind) => page.items.filter((entry) => entry.kind === kind);
      return {
        ...page.position,
        PolicyGroups: named('group').map(({ holder }) => holderXml('Group', holder)),
        PolicyUsers: named('user').map(({ holder }) => holderXml('User', holder)),
        PolicyRoles: named('role').map(({ holder }) => holderXml('Role', holder)),
      };
    },
  ),
};

/** AttachXPolicy, DetachXPolicy and ListAttachedXPolicies for one kind of holder. */
function operationsOf(
  noun: 'User' | 'Group' | 'Role',
  kind: HolderKind,
  quota: number,
): OperationTable {
  const holder = { Holder: sentAs(`${noun}Name`, required(existingName(kind))) };
  return {
    [`Attach${noun}Policy`]: write(
      { ...holder, PolicyArn: required(arn) },
      ({ account }, input) => {
        const target = account.holder(kind, input.Holder);
        requirePolicy(account, input.PolicyArn);
        if (target.attachedPolicies.includes(input.PolicyArn)) return;
        if (target.attachedPolicies.length >= quota)
          throw quotaExceeded(`PoliciesPer${noun}`, quota);
        target.attachedPolicies.push(input.PolicyArn);
      },
    ),
    [`Detach${noun}Policy`]: write(
      { ...holder, PolicyArn: required(arn) },
      ({ account }, input) => {
        const target = account.holder(kind, input.Holder);
        requirePolicyArn(input.PolicyArn);
        if (!target.attachedPolicies.includes(input.PolicyArn)) {
          throw noSuchEntity(`Policy ${input.PolicyArn} was not found.`);
        }
        target.attachedPolicies = target.attachedPolicies.filter(
          (other) => other !== input.PolicyArn,
        );
      },
    ),
    [`ListAttached${noun}Policies`]: read(
      { ...holder, PathPrefix: optional(pathPrefix), ...paging },
      ({ account }, input) => {
        const target = account.holder(kind, input.Holder);
        const found = attachedPolicies(target, input.PathPrefix);
        const page = cutPage(found, policyKey, input);
        return { ...page.position, AttachedPolicies: page.items.map(attachmentXml) };
      },
    ),
  };
}

export function attachedPolicies(holder: HolderState, prefix = '/'): string[] {
  return holder.attachedPolicies
    .filter((policyArn) => policyArn.slice(policyArn.indexOf('/')).startsWith(prefix))
    .sort((left, right) => (policyKey(left) < policyKey(right) ? -1 : 1));
}

export function attachmentXml(policyArn: string) {
  return { PolicyName: nameOf(policyArn), PolicyArn: policyArn };
}

function nameOf(policyArn: string): string {
  return policyArn.slice(policyArn.lastIndexOf('/') + 1);
}

function policyKey(policyArn: string): string {
  const owner = policyArn.startsWith('arn:aws:iam::aws:') ? 2 : 1;
  return `${nameKey(nameOf(policyArn))} ${owner}`;
}

function holdersOf({ account }: Call, policyArn: string, usage: string | undefined) {
  const attached = account.holdersOf(policyArn);
  const bounded = account
    .holders()
    .filter(({ holder }) => 'boundary' in holder && holder.boundary === policyArn);
  if (usage === 'PermissionsPolicy') return attached;
  if (usage === 'PermissionsBoundary') return bounded;
  const both = new Map([...attached, ...bounded].map((entry) => [entry.holder.id, entry]));
  return [...both.values()].sort((left, right) => (holderKey(left) < holderKey(right) ? -1 : 1));
}

function holderKey({ kind, holder }: { kind: HolderKind; holder: HolderState }): string {
  return `${{ user: 0, group: 1, role: 2 }[kind]}${nameKey(holder.name)}`;
}

function holderXml(noun: string, holder: HolderState) {
  return { [`${noun}Name`]: holder.name, [`${noun}Id`]: holder.id };
}
