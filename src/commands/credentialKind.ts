import type { Account } from '../iam/account';
import type { AccessKey, SigningCertificate, Status, UserCredentials } from '../iam/model';
import type { Services } from '../services';
import { chooseCredential } from '../ui/chooseCredential';
import { targetsOf } from './command';

export interface CredentialTarget {
  userName: string;
  id: string;
}

/** How access keys and signing certificates differ, for the commands that they share. */
export interface CredentialKind {
  refKind: 'accessKey' | 'signingCertificate';
  /** "access key" */
  noun: string;
  /** "Access Key", as titles have it. */
  title: string;
  listed: (credentials: UserCredentials) => (AccessKey | SigningCertificate)[];
  setStatus: (account: Account, target: CredentialTarget, status: Status) => Promise<void>;
  delete: (account: Account, target: CredentialTarget) => Promise<void>;
}

export const ACCESS_KEY: CredentialKind = {
  refKind: 'accessKey',
  noun: 'access key',
  title: 'Access Key',
  listed: ({ accessKeys }) => accessKeys,
  setStatus: (account, { userName, id }, status) =>
    account.setAccessKeyStatus(userName, id, status),
  delete: (account, { userName, id }) => account.deleteAccessKey(userName, id),
};

export const SIGNING_CERTIFICATE: CredentialKind = {
  refKind: 'signingCertificate',
  noun: 'signing certificate',
  title: 'Signing Certificate',
  listed: ({ certificates }) => certificates,
  setStatus: (account, { userName, id }, status) =>
    account.setSigningCertificateStatus(userName, id, status),
  delete: (account, { userName, id }) => account.deleteSigningCertificate(userName, id),
};

/** What the command was called on, or the one that the person chooses, of `status` if given. */
export async function credentialTargets(
  services: Services,
  account: Account,
  args: readonly unknown[],
  { kind, title, status }: { kind: CredentialKind; title: string; status?: Status },
): Promise<CredentialTarget[]> {
  const given = targetsOf(services, args, kind.refKind);
  if (given.length > 0) return given;
  const chosen = await chooseCredential(services.prompts, account, {
    title,
    noun: kind.noun,
    listed: kind.listed,
    offered: (credential) => status === undefined || credential.status === status,
  });
  return chosen ? [chosen] : [];
}

/** "access key AKIA… of rsdash" for one, "2 access keys" for more. */
export function describeTargets(
  kind: CredentialKind,
  targets: readonly CredentialTarget[],
): string {
  const [first] = targets;
  return targets.length === 1 && first
    ? `${kind.noun} ${first.id} of ${first.userName}`
    : `${targets.length.toLocaleString()} ${kind.noun}s`;
}
