import type { Account } from '../account';
import type { AwsPolicy } from '../awsPolicies';
import {
  alreadyExists,
  deleteConflict,
  invalidInput,
  noSuchEntity,
  quotaExceeded,
} from '../errors';
import { newId } from '../identifiers';
import { type OperationTable, read, write } from '../operation';
import { cutPage } from '../paging';
import { boolean, optional, required, tagList } from '../parameters';
import { checkPolicyDocument } from '../document';
import { QUOTAS } from '../quotas';
import { arn, description, document, newName, paging, policyPath, pathPrefix } from '../rules';
import { type ManagedPolicyState, nameKey } from '../state';
import { requirePolicyArn } from './boundaries';
import { policySize } from '../document/encoding';
import { checkTags, tagsXml } from './tags';

export const managedPolicies: OperationTable = {
  CreatePolicy: write(
    {
      PolicyName: required(newName('policy')),
      Path: optional(policyPath),
      PolicyDocument: required(document),
      Description: optional(description),
      Tags: tagList(false),
    },
    (call, input) => {
      const { account } = call;
      checkPolicyDocument(input.PolicyDocument, 'managed');
      checkSize(input.PolicyDocument);
      requireFreeName(account, input.PolicyName);
      const created = call.now.toISOString();
      const path = input.Path ?? '/';
      const policy: ManagedPolicyState = {
        name: input.PolicyName,
        id: newId('ANPA'),
        arn: account.arn(`policy${path}${input.PolicyName}`),
        path,
        description: input.Description,
        created,
        updated: created,
        defaultVersionId: 'v1',
        nextVersion: 2,
        versions: [{ id: 'v1', created, document: input.PolicyDocument }],
        tags: checkTags([], input.Tags),
      };
      account.policies.add(policy);
      return { Policy: { ...policyXml(policy, 0, 0), ...tagsXml(policy.tags) } };
    },
  ),

  GetPolicy: read({ PolicyArn: required(arn) }, ({ account }, input) => {
    const policy = findPolicy(account, input.PolicyArn);
    const attached = account.holdersOf(policy.arn).length;
    const bounding = account.boundaryCounts().get(policy.arn) ?? 0;
    const details = 'versions' in policy ? { Description: policy.description } : {};
    const tags = 'versions' in policy ? tagsXml(policy.tags) : {};
    return { Policy: { ...policyXml(policy, attached, bounding), ...details, ...tags } };
  }),

  ListPolicies: read(
    {
      Scope: optional({ values: ['All', 'AWS', 'Local'] }),
      OnlyAttached: boolean,
      PathPrefix: optional(pathPrefix),
      PolicyUsageFilter: optional({ values: ['PermissionsPolicy', 'PermissionsBoundary'] }),
      ...paging,
    },
    ({ account }, input) => {
      const attached = account.attachmentCounts();
      const bounding = account.boundaryCounts();
      const counts = input.PolicyUsageFilter === 'PermissionsBoundary' ? bounding : attached;
      const prefix = input.PathPrefix ?? '/';
      const wanted = input.OnlyAttached === true || input.PolicyUsageFilter !== undefined;
      const found = policiesOf(account, input.Scope).filter(
        (policy) => policy.path.startsWith(prefix) && (!wanted || counts.has(policy.arn)),
      );
      const page = cutPage(found, policyKey, input);
      return {
        ...page.position,
        Policies: page.items.map((policy) =>
          policyXml(policy, attached.get(policy.arn) ?? 0, bounding.get(policy.arn) ?? 0),
        ),
      };
    },
  ),

  DeletePolicy: write({ PolicyArn: required(arn) }, ({ account }, input) => {
    const policy = findCustomerPolicy(account, input.PolicyArn);
    const bounds = account.boundaryCounts().get(policy.arn) ?? 0;
    if (account.holdersOf(policy.arn).length + bounds > 0) {
      throw deleteConflict('Cannot delete a policy attached to entities.');
    }
    if (policy.versions.length > 1) {
      throw deleteConflict(
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      );
    }
    account.policies.remove(policy);
  }),
};

/** Sorted by name; an account may have a policy of the same name as one of AWS's. */
function policiesOf(
  account: Account,
  scope: string | undefined,
): (ManagedPolicyState | AwsPolicy)[] {
  const local = scope === 'AWS' ? [] : account.policies.all();
  const aws = scope === 'Local' ? [] : account.awsPolicies.all;
  if (local.length === 0) return [...aws];
  return [...local, ...aws].sort((left, right) => (policyKey(left) < policyKey(right) ? -1 : 1));
}

function policyKey(policy: ManagedPolicyState | AwsPolicy): string {
  return `${nameKey(policy.name)} ${'versions' in policy ? 1 : 2}`;
}

export function findPolicy(account: Account, policyArn: string): ManagedPolicyState | AwsPolicy {
  requirePolicyArn(policyArn);
  const policy = account.customerPolicy(policyArn) ?? account.awsPolicies.find(policyArn);
  if (!policy) throw noSuchEntity(`Policy ${policyArn} was not found.`);
  return policy;
}

/** Throws for a policy of AWS's own as well, which an account cannot change. */
export function findCustomerPolicy(account: Account, policyArn: string): ManagedPolicyState {
  const policy = findPolicy(account, policyArn);
  if ('versions' in policy) return policy;
  throw invalidInput(
    `Policy ${policyArn} is outside your own account. You can only modify policies in your own account.`,
  );
}

/** @see https://github.com/docker/docs/issues/4685 for the wording */
export function checkSize(text: string): void {
  if (policySize(text) > QUOTAS.policySize) throw quotaExceeded('PolicySize', QUOTAS.policySize);
}

function requireFreeName(account: Account, name: string): void {
  if (account.policies.find(name)) {
    throw alreadyExists(`A policy called ${name} already exists. Duplicate names are not allowed.`);
  }
  if (account.policies.size >= QUOTAS.policies) {
    throw quotaExceeded('PoliciesPerAccount', QUOTAS.policies);
  }
}

export function policyXml(
  policy: ManagedPolicyState | AwsPolicy,
  attachmentCount: number,
  boundaryCount: number,
) {
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersionId,
    AttachmentCount: attachmentCount,
    PermissionsBoundaryUsageCount: boundaryCount,
    IsAttachable: true,
    CreateDate: new Date(policy.created),
    UpdateDate: new Date(policy.updated),
  };
}
