import { noSuchEntity } from '../errors';
import { type Call, type OperationTable, read, write } from '../operation';
import { cutPage } from '../paging';
import { optional, required } from '../parameters';
import { existingName, paging, serialNumber } from '../rules';
import type { UserState } from '../state';

const owner = { UserName: optional(existingName('user')) };
const keyId = required({ min: 20, max: 128, pattern: '[\\w]+' });

/**
 * MFA devices, SSH public keys and service-specific credentials as far as deleting a user needs them:
 * they are listed and removed here, not made.
 */
export const otherCredentials: OperationTable = {
  ListMFADevices: read({ ...owner, ...paging }, (call, input) => {
    const user = subject(call, input.UserName);
    const page = cutPage(user?.mfaDevices ?? [], (device) => device.serialNumber, input);
    return {
      ...page.position,
      MFADevices: page.items.map((device) => ({
        UserName: user?.name,
        SerialNumber: device.serialNumber,
        EnableDate: new Date(device.enabled),
      })),
    };
  }),

  DeactivateMFADevice: write({ ...owner, SerialNumber: required(serialNumber) }, (call, input) => {
    const user = subject(call, input.UserName);
    const found = user?.mfaDevices.find((device) => device.serialNumber === input.SerialNumber);
    if (!user || !found) {
      throw noSuchEntity(`MFA device with serial number ${input.SerialNumber} does not exist.`);
    }
    user.mfaDevices = user.mfaDevices.filter((device) => device !== found);
  }),

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

/** Root has none of these here. */
function subject(call: Call, userName: string | undefined): UserState | undefined {
  return userName === undefined ? call.caller.user : call.account.user(userName);
}
