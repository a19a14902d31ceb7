import { ServiceError, noSuchEntity, quotaExceeded } from '../errors';
import { newId } from '../identifiers';
import { type Call, type OperationTable, read, write } from '../operation';
import { cutPage } from '../paging';
import { optional, required } from '../parameters';
import { QUOTAS } from '../quotas';
import { existingName, paging, publicKeyBody } from '../rules';
import type { UserState } from '../state';

const owner = { UserName: optional(existingName('user')) };
const keyId = required({ min: 20, max: 128, pattern: '[\\w]+' });

/**
 * SSH public keys and service-specific credentials as far as deleting a user needs them: keys are
 * uploaded, listed and removed, service-specific credentials listed and removed.
 */
export const otherCredentials: OperationTable = {
  ListSSHPublicKeys: read({ ...owner, ...paging }, (call, input) => {
    const user = subject(call, input.UserName);
    const page = cutPage(user?.sshPublicKeys ?? [], (key) => key.id, input);
    return {
      ...page.position,
      SSHPublicKeys: page.items.map((key) => ({
        UserName: user?.name,
        SSHPublicKeyId: key.id,
        Status: key.status,
        UploadDate: new Date(key.uploaded),
      })),
    };
  }),

  UploadSSHPublicKey: write(
    { UserName: required(existingName('user')), SSHPublicKeyBody: required(publicKeyBody) },
    ({ account, now }, input) => {
      const user = account.user(input.UserName);
      checkPublicKey(input.SSHPublicKeyBody);
      if (user.sshPublicKeys.length >= QUOTAS.sshPublicKeysPerUser) {
        throw quotaExceeded('SSHPublicKeysPerUser', QUOTAS.sshPublicKeysPerUser);
      }
      const key = { id: newId('APKA'), status: 'Active', uploaded: now.toISOString() };
      user.sshPublicKeys.push(key);
      return {
        SSHPublicKey: {
          UserName: user.name,
          SSHPublicKeyId: key.id,
          SSHPublicKeyBody: input.SSHPublicKeyBody,
          Status: key.status,
          UploadDate: now,
        },
      };
    },
  ),

  DeleteSSHPublicKey: write(
    { UserName: required(existingName('user')), SSHPublicKeyId: keyId },
    ({ account }, input) => {
      const user = account.user(input.UserName);
      const found = user.sshPublicKeys.find((key) => key.id === input.SSHPublicKeyId);
      if (!found) {
        throw noSuchEntity(`The Public Key with id ${input.SSHPublicKeyId} cannot be found.`);
      }
      user.sshPublicKeys = user.sshPublicKeys.filter((key) => key !== found);
    },
  ),

  ListServiceSpecificCredentials: read({ ...owner, ServiceName: optional({}) }, (call, input) => {
    const user = subject(call, input.UserName);
    const found = (user?.serviceCredentials ?? []).filter(
      (credential) => !input.ServiceName || credential.service === input.ServiceName,
    );
    return {
      ServiceSpecificCredentials: found.map((credential) => ({
        UserName: user?.name,
        Status: credential.status,
        ServiceUserName: `${user?.name ?? ''}-at-${call.account.state.accountId}`,
        CreateDate: new Date(credential.created),
        ServiceSpecificCredentialId: credential.id,
        ServiceName: credential.service,
      })),
    };
  }),

  DeleteServiceSpecificCredential: write(
    { ...owner, ServiceSpecificCredentialId: keyId },
    (call, input) => {
      const user = subject(call, input.UserName);
      const id = input.ServiceSpecificCredentialId;
      const found = user?.serviceCredentials.find((credential) => credential.id === id);
      if (!user || !found) throw noSuchEntity(`No such credential ${id} exists.`);
      user.serviceCredentials = user.serviceCredentials.filter((other) => other !== found);
    },
  ),
};

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSSHPublicKey.html */
function checkPublicKey(body: string): void {
  if (/^ssh-rsa [A-Za-z0-9+/=]+/.test(body) || body.includes('-----BEGIN PUBLIC KEY-----')) return;
  throw new ServiceError(
    400,
    'UnrecognizedPublicKeyEncoding',
    'The public key is not in a known encoding.',
  );
}

/** Root has none of these here. */
function subject(call: Call, userName: string | undefined): UserState | undefined {
  return userName === undefined ? call.caller.user : call.account.user(userName);
}
