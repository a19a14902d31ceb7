import type { CallOptions, UserBlockers } from '../account';
import { listAccessKeys } from './accessKeys';
import { failedFor, type AccountContext } from './context';
import { hasLoginProfile } from './credentials';
import { listAttached, listGroupNames, listInlineNames } from './holders';
import { all } from './paging';
import { listSigningCertificates } from './signingCertificates';

/**
 * What keeps a user from being deleted, everything at once: DeleteConflict names one thing a call.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
 */
export async function userBlockers(
  context: AccountContext,
  userName: string,
  options: CallOptions = {},
): Promise<UserBlockers> {
  const { client } = context;
  const unknown: string[] = [];
  /** A denied part is named; of what the endpoint does not know there can be nothing. */
  const ask = async <T>(part: Promise<T>, permission: string, none: T): Promise<T> => {
    try {
      return await part;
    } catch (error) {
      if (!failedFor(error, 'accessDenied', 'unsupported', 'notIam', 'serviceFault')) throw error;
      if (error.reason !== 'unsupported') unknown.push(error.details.permission ?? permission);
      return none;
    }
  };
  const holder = { kind: 'user' as const, name: userName };
  const UserName = { UserName: userName };
  const [keys, certificates, groups, inline, attached, login, ssh, service, mfa] =
    await Promise.all([
      ask(listAccessKeys(context, userName, options), 'iam:ListAccessKeys', []),
      ask(listSigningCertificates(context, userName, options), 'iam:ListSigningCertificates', []),
      ask(listGroupNames(context, userName, options), 'iam:ListGroupsForUser', []),
      ask(listInlineNames(context, holder, options), 'iam:ListUserPolicies', []),
      ask(listAttached(context, holder, options), 'iam:ListAttachedUserPolicies', []),
      ask(hasLoginProfile(context, userName, options), 'iam:GetLoginProfile', false),
      ask(
        all(client, 'ListSSHPublicKeys', UserName, ({ SSHPublicKeys }) => SSHPublicKeys, options),
        'iam:ListSSHPublicKeys',
        [],
      ),
      ask(
        client
          .call('ListServiceSpecificCredentials', UserName, options)
          .then(({ ServiceSpecificCredentials }) => ServiceSpecificCredentials ?? []),
        'iam:ListServiceSpecificCredentials',
        [],
      ),
      ask(
        all(client, 'ListMFADevices', UserName, ({ MFADevices }) => MFADevices, options),
        'iam:ListMFADevices',
        [],
      ),
    ]);
  return {
    accessKeys: keys,
    certificates,
    groups,
    inlinePolicies: inline,
    attachedPolicies: attached,
    hasLoginProfile: login,
    sshPublicKeyIds: ssh.map(({ SSHPublicKeyId = '' }) => SSHPublicKeyId),
    serviceCredentialIds: service.map(({ ServiceSpecificCredentialId: id = '' }) => id),
    mfaSerialNumbers: mfa.map(({ SerialNumber = '' }) => SerialNumber),
    unknown,
  };
}
