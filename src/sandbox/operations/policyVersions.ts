import type { Account } from '../account';
import type { AwsPolicy } from '../awsPolicies';
import { deleteConflict, limitExceeded, noSuchEntity } from '../errors';
import { type OperationTable, read, write } from '../operation';
import { cutPage } from '../paging';
import { boolean, required } from '../parameters';
import { checkPolicyDocument } from '../document';
import { QUOTAS } from '../quotas';
import { arn, document, paging, versionId } from '../rules';
import type { ManagedPolicyState } from '../state';
import { encodeDocument } from '../document/encoding';
import { checkSize, findCustomerPolicy, findPolicy } from './managedPolicies';

export interface PolicyVersion {
  id: string;
  created: string;
  isDefault: boolean;
  document: string;
}

const version = { PolicyArn: required(arn), VersionId: required(versionId) };

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html */
export const policyVersions: OperationTable = {
  CreatePolicyVersion: write(
    { PolicyArn: required(arn), PolicyDocument: required(document), SetAsDefault: boolean },
    ({ account, now }, input) => {
      const policy = findCustomerPolicy(account, input.PolicyArn);
      checkPolicyDocument(input.PolicyDocument, 'managed');
      checkSize(input.PolicyDocument);
      if (policy.versions.length >= QUOTAS.versionsPerPolicy) throw tooManyVersions();
      const created = now.toISOString();
      const added = { id: `v${policy.nextVersion}`, created, document: input.PolicyDocument };
      policy.nextVersion += 1;
      policy.versions.push(added);
      policy.updated = created;
      if (input.SetAsDefault) policy.defaultVersionId = added.id;
      return { PolicyVersion: versionXml({ ...added, isDefault: input.SetAsDefault ?? false }) };
    },
  ),

  GetPolicyVersion: read(version, ({ account }, input) => {
    const policy = findPolicy(account, input.PolicyArn);
    const found = findVersion(account, policy, input.VersionId);
    return {
      PolicyVersion: { Document: encodeDocument(found.document), ...versionXml(found) },
    };
  }),

  ListPolicyVersions: read({ PolicyArn: required(arn), ...paging }, ({ account }, input) => {
    const policy = findPolicy(account, input.PolicyArn);
    const newestFirst = versionsOf(account, policy).reverse();
    const page = cutPage(newestFirst, pageKey, input);
    return { ...page.position, Versions: page.items.map(versionXml) };
  }),

  SetDefaultPolicyVersion: write(version, ({ account, now }, input) => {
    const policy = findCustomerPolicy(account, input.PolicyArn);
    policy.defaultVersionId = findVersion(account, policy, input.VersionId).id;
    policy.updated = now.toISOString();
  }),

  DeletePolicyVersion: write(version, ({ account, now }, input) => {
    const policy = findCustomerPolicy(account, input.PolicyArn);
    const found = findVersion(account, policy, input.VersionId);
    if (found.isDefault) {
      throw deleteConflict('Cannot delete the default version of a policy.');
    }
    policy.versions = policy.versions.filter((other) => other.id !== found.id);
    policy.updated = now.toISOString();
  }),
};

/** Oldest first. */
export function versionsOf(
  account: Account,
  policy: ManagedPolicyState | AwsPolicy,
): PolicyVersion[] {
  if ('versions' in policy) {
    return policy.versions.map((found) => ({
      ...found,
      isDefault: found.id === policy.defaultVersionId,
    }));
  }
  const newest = { id: policy.defaultVersionId, created: policy.versionCreated, isDefault: true };
  return [{ ...newest, document: account.awsPolicies.document(policy) }];
}

export function versionXml(found: PolicyVersion) {
  return {
    VersionId: found.id,
    IsDefaultVersion: found.isDefault,
    CreateDate: new Date(found.created),
  };
}

function findVersion(
  account: Account,
  policy: ManagedPolicyState | AwsPolicy,
  id: string,
): PolicyVersion {
  const found = versionsOf(account, policy).find((candidate) => candidate.id === id);
  if (found) return found;
  throw noSuchEntity(`Policy ${policy.arn} version ${id} does not exist or is not attachable.`);
}

/** Ascending where version numbers descend. */
function pageKey(found: PolicyVersion): string {
  return String(1_000_000_000 - Number(found.id.slice(1)));
}

/** @see https://github.com/99designs/iamy/issues/21 for the wording */
function tooManyVersions() {
  return limitExceeded(
    `A managed policy can have up to ${QUOTAS.versionsPerPolicy} versions. Before you create a new version, you must delete an existing version.`,
  );
}
