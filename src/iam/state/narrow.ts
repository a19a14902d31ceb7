import type {
  AccessKeyMetadata,
  AttachedPolicy as SdkAttachedPolicy,
  Group as SdkGroup,
  GroupDetail,
  ManagedPolicyDetail,
  Policy,
  PolicyDetail,
  PolicyVersion as SdkPolicyVersion,
  SigningCertificate as SdkCertificate,
  User as SdkUser,
  UserDetail,
} from '@aws-sdk/client-iam';
import type {
  AccessKey,
  AttachedPolicy,
  Group,
  InlinePolicy,
  ManagedPolicy,
  PolicyVersion,
  SigningCertificate,
  Status,
  User,
} from '../model';
import { readCertificate } from './readCertificate';

/** The SDK's optional fields become the model's: here and nowhere else. */

const UNKNOWN_DATE = new Date(0);

/**
 * A policy document as JSON text. AWS sends it percent-encoded (RFC 3986), emulators at times as it
 * is: then it must not be decoded, as `%` may stand in it.
 */
export function decodeDocument(document: string | undefined): string {
  if (document === undefined || /^\s*[{["]/.test(document)) return document ?? '';
  try {
    return decodeURIComponent(document);
  } catch {
    return document;
  }
}

function narrowInline(policies: PolicyDetail[] | undefined): InlinePolicy[] {
  return (policies ?? []).map(({ PolicyName = '', PolicyDocument }) => ({
    name: PolicyName,
    document: decodeDocument(PolicyDocument),
  }));
}

export function narrowAttached(policies: SdkAttachedPolicy[] | undefined): AttachedPolicy[] {
  return (policies ?? []).map(({ PolicyName, PolicyArn = '' }) => ({
    name: PolicyName ?? PolicyArn.slice(PolicyArn.lastIndexOf('/') + 1),
    arn: PolicyArn,
  }));
}

/** Of a list call: groups and policies are not in it, so `partial` is set. */
export function narrowListedUser(user: SdkUser): User {
  return { ...narrowUser({ ...user, UserPolicyList: [] }), ...boundaryOf(user), partial: true };
}

function boundaryOf(user: SdkUser | UserDetail): Pick<User, 'permissionsBoundary'> {
  const arn = user.PermissionsBoundary?.PermissionsBoundaryArn;
  return arn === undefined ? {} : { permissionsBoundary: arn };
}

export function narrowUser(user: UserDetail): User {
  return {
    kind: 'user',
    name: user.UserName ?? '',
    id: user.UserId ?? '',
    arn: user.Arn ?? '',
    path: user.Path ?? '/',
    created: user.CreateDate ?? UNKNOWN_DATE,
    groups: user.GroupList ?? [],
    inlinePolicies: narrowInline(user.UserPolicyList),
    attachedPolicies: narrowAttached(user.AttachedManagedPolicies),
    tags: (user.Tags ?? []).map(({ Key = '', Value = '' }) => ({ key: Key, value: Value })),
    ...boundaryOf(user),
  };
}

export function narrowGroup(group: GroupDetail | SdkGroup): Group {
  const detail: GroupDetail = group;
  return {
    kind: 'group',
    name: group.GroupName ?? '',
    id: group.GroupId ?? '',
    arn: group.Arn ?? '',
    path: group.Path ?? '/',
    created: group.CreateDate ?? UNKNOWN_DATE,
    inlinePolicies: narrowInline(detail.GroupPolicyList),
    attachedPolicies: narrowAttached(detail.AttachedManagedPolicies),
  };
}

export function narrowVersion(version: SdkPolicyVersion): PolicyVersion {
  return {
    id: version.VersionId ?? '',
    isDefault: version.IsDefaultVersion ?? false,
    created: version.CreateDate ?? UNKNOWN_DATE,
    ...(version.Document === undefined ? {} : { document: decodeDocument(version.Document) }),
  };
}

/** True for the ARN of a policy that AWS owns: its account is `aws`. */
export function isAwsManaged(arn: string): boolean {
  return /^arn:[^:]+:iam::aws:/.test(arn);
}

export function narrowPolicy(policy: ManagedPolicyDetail | Policy): ManagedPolicy {
  const arn = policy.Arn ?? '';
  const id = policy.DefaultVersionId ?? 'v1';
  const created = policy.CreateDate ?? UNKNOWN_DATE;
  const updated = policy.UpdateDate ?? created;
  const listed = (policy as ManagedPolicyDetail).PolicyVersionList?.map(narrowVersion);
  return {
    kind: 'managedPolicy',
    name: policy.PolicyName ?? arn.slice(arn.lastIndexOf('/') + 1),
    id: policy.PolicyId ?? '',
    arn,
    path: policy.Path ?? '/',
    created,
    updated,
    defaultVersionId: id,
    attachmentCount: policy.AttachmentCount ?? 0,
    boundaryUsageCount: policy.PermissionsBoundaryUsageCount ?? 0,
    description: policy.Description,
    awsManaged: isAwsManaged(arn),
    versions: listed ?? [{ id, isDefault: true, created: updated }],
  };
}

function narrowStatus(status: string | undefined): Status {
  return status === 'Active' ? 'Active' : 'Inactive';
}

export function narrowKey(key: AccessKeyMetadata, userName: string): AccessKey {
  return {
    kind: 'accessKey',
    id: key.AccessKeyId ?? '',
    userName: key.UserName ?? userName,
    status: narrowStatus(key.Status),
    created: key.CreateDate ?? UNKNOWN_DATE,
  };
}

export function narrowCertificate(
  certificate: SdkCertificate,
  userName: string,
): SigningCertificate {
  const body = certificate.CertificateBody ?? '';
  return {
    kind: 'signingCertificate',
    id: certificate.CertificateId ?? '',
    userName: certificate.UserName ?? userName,
    status: narrowStatus(certificate.Status),
    uploaded: certificate.UploadDate ?? UNKNOWN_DATE,
    body,
    ...readCertificate(body),
  };
}
