import type { Account, UserBlockers } from './account';
import type { RemovedParts } from './deletion/removedParts';
import { IamError } from './errors';
import type { AccessKey } from './model';

/** What is to be deleted with a user, and what this product cannot remove. */
export interface UserDeletion {
  parts: RemovedParts;
  /** What must be removed by other means first: sentences, each with the command that does it. */
  obstacles: string[];
  /** Ids of active keys and certificates: deactivating them can be taken back. */
  active: { accessKeys: string[]; certificates: string[] };
}

/**
 * Asks anew for everything that keeps a user from being deleted, and reads what would be lost.
 * @throws IamError `notFound` and what the calls throw
 */
export async function planUserDeletion(
  userName: string,
  account: Account,
  signal?: AbortSignal,
): Promise<UserDeletion> {
  const user = account.user(userName);
  if (!user) throw new IamError('notFound', `There is no user named ${userName}.`);
  const blockers = await account.userBlockers(userName, { signal });
  const holder = { kind: 'user', name: userName } as const;
  const inlinePolicies = await Promise.all(
    blockers.inlinePolicies.map(async (policyName) => ({
      name: policyName,
      document: (await account.readPolicy({ kind: 'inline', holder, policyName }, { signal })).text,
    })),
  );
  return {
    parts: {
      kind: 'user',
      name: user.name,
      path: user.path,
      arn: user.arn,
      id: user.id,
      created: user.created.toISOString(),
      memberships: blockers.groups,
      inlinePolicies,
      attachedPolicies: blockers.attachedPolicies,
      accessKeys: blockers.accessKeys.map(keyRecord),
      certificates: blockers.certificates.map(({ id, status, body }) => ({ id, status, body })),
      hasLoginProfile: blockers.hasLoginProfile,
      permissionsBoundary: user.permissionsBoundary,
      tags: user.tags,
    },
    obstacles: obstacles(userName, blockers),
    active: {
      accessKeys: activeIds(blockers.accessKeys),
      certificates: activeIds(blockers.certificates),
    },
  };
}

/** Makes a user's credentials useless in a way that can be taken back. */
export async function deactivateCredentials(
  userName: string,
  active: UserDeletion['active'],
  account: Account,
): Promise<void> {
  for (const id of active.accessKeys) await account.setAccessKeyStatus(userName, id, 'Inactive');
  for (const id of active.certificates) {
    await account.setSigningCertificateStatus(userName, id, 'Inactive');
  }
}

function keyRecord({ id, status, created, lastUsed }: AccessKey): RemovedParts['accessKeys'][0] {
  const used = typeof lastUsed === 'object' ? lastUsed.date.toISOString() : lastUsed;
  return {
    id,
    status,
    created: created.toISOString(),
    ...(used === undefined ? {} : { lastUsed: used }),
  };
}

function activeIds(items: { id: string; status: string }[]): string[] {
  return items.filter(({ status }) => status === 'Active').map(({ id }) => id);
}

function obstacles(userName: string, blockers: UserBlockers): string[] {
  const by = (command: string): string => `aws iam ${command} --user-name ${userName}`;
  return [
    ...blockers.sshPublicKeyIds.map(
      (id) => `SSH public key ${id}: ${by('delete-ssh-public-key')} --ssh-public-key-id ${id}`,
    ),
    ...blockers.serviceCredentialIds.map(
      (id) =>
        `Service-specific credential ${id}: ${by('delete-service-specific-credential')} --service-specific-credential-id ${id}`,
    ),
    ...blockers.mfaSerialNumbers.map(
      (serial) => `MFA device ${serial}: ${by('deactivate-mfa-device')} --serial-number ${serial}`,
    ),
  ];
}
