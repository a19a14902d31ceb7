import type { Account } from '../account';
import {
  ServiceError,
  alreadyExists,
  deleteConflict,
  noSuchEntity,
  quotaExceeded,
} from '../errors';
import { newMfaSeed } from '../identifiers';
import { type Call, type OperationTable, read, write } from '../operation';
import { cutPage } from '../paging';
import { optional, required } from '../parameters';
import { QUOTAS } from '../quotas';
import { authenticationCode, existingName, newName, paging, path, serialNumber } from '../rules';
import type { UserState } from '../state';

const owner = { UserName: optional(existingName('user')) };
const serial = { SerialNumber: required(serialNumber) };

/**
 * MFA devices. The seed of a virtual one is not kept, so its codes are taken unseen: any two that differ.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable-overview.html
 */
export const mfaDevices: OperationTable = {
  CreateVirtualMFADevice: write(
    { VirtualMFADeviceName: required(newName('policy')), Path: optional(path) },
    ({ account }, input) => {
      const arn = account.arn(`mfa${input.Path ?? '/'}${input.VirtualMFADeviceName}`);
      if (account.state.virtualMfaDevices.includes(arn)) {
        throw alreadyExists('MFADevice entity at the same path and name already exists.');
      }
      account.state.virtualMfaDevices.push(arn);
      const seed = Buffer.from(newMfaSeed()).toString('base64');
      return { VirtualMFADevice: { SerialNumber: arn, Base32StringSeed: seed } };
    },
  ),

  EnableMFADevice: write(
    {
      UserName: required(existingName('user')),
      ...serial,
      AuthenticationCode1: required(authenticationCode),
      AuthenticationCode2: required(authenticationCode),
    },
    ({ account, now }, input) => {
      const user = account.user(input.UserName);
      requireFree(account, input.SerialNumber);
      if (input.AuthenticationCode1 === input.AuthenticationCode2)
        throw wrongCodes(input.SerialNumber);
      if (user.mfaDevices.length >= QUOTAS.mfaDevicesPerUser) {
        throw quotaExceeded('MFADevicesPerUser', QUOTAS.mfaDevicesPerUser);
      }
      user.mfaDevices.push({ serialNumber: input.SerialNumber, enabled: now.toISOString() });
    },
  ),

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

  ListVirtualMFADevices: read(
    { AssignmentStatus: optional({ values: ['Assigned', 'Unassigned', 'Any'] }), ...paging },
    ({ account }, input) => {
      const wanted = input.AssignmentStatus ?? 'Any';
      const found = [...account.state.virtualMfaDevices].sort().filter((arn) => {
        const status = holderOf(account, arn) ? 'Assigned' : 'Unassigned';
        return wanted === 'Any' || wanted === status;
      });
      const page = cutPage(found, (arn) => arn, input);
      return {
        ...page.position,
        VirtualMFADevices: page.items.map((arn) => ({ SerialNumber: arn })),
      };
    },
  ),

  DeactivateMFADevice: write({ ...owner, ...serial }, (call, input) => {
    const user = subject(call, input.UserName);
    const found = user?.mfaDevices.find((device) => device.serialNumber === input.SerialNumber);
    if (!user || !found) throw deviceNotFound(input.SerialNumber);
    user.mfaDevices = user.mfaDevices.filter((device) => device !== found);
  }),

  DeleteVirtualMFADevice: write(serial, ({ account }, input) => {
    const { state } = account;
    if (!state.virtualMfaDevices.includes(input.SerialNumber)) {
      throw deviceNotFound(input.SerialNumber);
    }
    if (holderOf(account, input.SerialNumber)) {
      throw deleteConflict('MFA VirtualDevice in use. Must deactivate first.');
    }
    state.virtualMfaDevices = state.virtualMfaDevices.filter((arn) => arn !== input.SerialNumber);
  }),
};

function holderOf(account: Account, arn: string): UserState | undefined {
  return account.users
    .all()
    .find((user) => user.mfaDevices.some((device) => device.serialNumber === arn));
}

function requireFree(account: Account, arn: string): void {
  if (!account.state.virtualMfaDevices.includes(arn)) throw deviceNotFound(arn);
  if (holderOf(account, arn)) throw alreadyExists('MFA Device is already in use.');
}

function deviceNotFound(arn: string) {
  return noSuchEntity(`VirtualMFADevice with serial number ${arn} doesn't exist.`);
}

function wrongCodes(arn: string) {
  return new ServiceError(
    403,
    'InvalidAuthenticationCode',
    `Authentication code for device ${arn} is not valid.`,
  );
}

/** Root has none here. */
function subject(call: Call, userName: string | undefined): UserState | undefined {
  return userName === undefined ? call.caller.user : call.account.user(userName);
}
