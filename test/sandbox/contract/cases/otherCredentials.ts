import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { type ContractCase } from '../subject';

export const otherCredentialCases: ContractCase[] = [
  {
    name: 'a virtual MFA device is made, enabled, listed, deactivated and deleted',
    async run({ iam }) {
      await iam.createUser({ UserName: 'ada' });
      const { VirtualMFADevice } = await iam.createVirtualMFADevice({
        VirtualMFADeviceName: 'ada',
      });
      const SerialNumber = VirtualMFADevice?.SerialNumber;
      assert.match(SerialNumber ?? '', /^arn:aws:iam::\d{12}:mfa\/ada$/);
      await iam.enableMFADevice({
        UserName: 'ada',
        SerialNumber,
        AuthenticationCode1: '123456',
        AuthenticationCode2: '234567',
      });
      const { MFADevices } = await iam.listMFADevices({ UserName: 'ada' });
      assert.deepEqual(
        MFADevices?.map((device) => device.SerialNumber),
        [SerialNumber],
      );
      await iam.deactivateMFADevice({ UserName: 'ada', SerialNumber });
      await iam.deleteVirtualMFADevice({ SerialNumber });
      assert.deepEqual((await iam.listVirtualMFADevices({})).VirtualMFADevices, []);
    },
  },
  {
    name: 'an MFA device keeps a user from being deleted, and is not deleted while in use',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const { VirtualMFADevice } = await iam.createVirtualMFADevice({
        VirtualMFADeviceName: 'ada',
      });
      const SerialNumber = VirtualMFADevice?.SerialNumber;
      const codes = { AuthenticationCode1: '123456', AuthenticationCode2: '234567' };
      await iam.enableMFADevice({ UserName: 'ada', SerialNumber, ...codes });
      await refuses(
        iam.deleteUser({ UserName: 'ada' }),
        'DeleteConflict',
        409,
        'Cannot delete entity, must delete MFA device first.',
      );
      await refuses(iam.deleteVirtualMFADevice({ SerialNumber }), 'DeleteConflict', 409);
    },
  },
  {
    name: 'an SSH public key is uploaded, keeps its user from being deleted, and is deleted',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const { SSHPublicKey } = await iam.uploadSSHPublicKey({
        UserName: 'ada',
        SSHPublicKeyBody: publicKey(),
      });
      const { SSHPublicKeys } = await iam.listSSHPublicKeys({ UserName: 'ada' });
      assert.equal(SSHPublicKeys?.[0]?.SSHPublicKeyId, SSHPublicKey?.SSHPublicKeyId);
      await refuses(
        iam.deleteUser({ UserName: 'ada' }),
        'DeleteConflict',
        409,
        'Cannot delete entity, must remove referenced objects first.',
      );
      const SSHPublicKeyId = SSHPublicKey?.SSHPublicKeyId;
      await iam.deleteSSHPublicKey({ UserName: 'ada', SSHPublicKeyId });
      await iam.deleteUser({ UserName: 'ada' });
    },
  },
  {
    name: 'what is no public key is refused',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await refuses(
        iam.uploadSSHPublicKey({ UserName: 'ada', SSHPublicKeyBody: 'not a key' }),
        'UnrecognizedPublicKeyEncoding',
        400,
      );
    },
  },
  {
    name: 'MFA devices of a user that has none',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      assert.deepEqual((await iam.listMFADevices({ UserName: 'ada' })).MFADevices, []);
      const SerialNumber = 'arn:aws:iam::111122223333:mfa/ada';
      await refuses(
        iam.deactivateMFADevice({ UserName: 'ada', SerialNumber }),
        'NoSuchEntity',
        404,
      );
    },
  },
  {
    name: 'SSH public keys of a user that has none',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      assert.deepEqual((await iam.listSSHPublicKeys({ UserName: 'ada' })).SSHPublicKeys, []);
      const SSHPublicKeyId = 'APKAEIBAERJR2EXAMPLE';
      await refuses(
        iam.deleteSSHPublicKey({ UserName: 'ada', SSHPublicKeyId }),
        'NoSuchEntity',
        404,
      );
    },
  },
  {
    name: 'service-specific credentials of a user that has none',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const listed = await iam.listServiceSpecificCredentials({ UserName: 'ada' });
      assert.deepEqual(listed.ServiceSpecificCredentials, []);
      const ServiceSpecificCredentialId = 'ACCAEXAMPLE123EXAMPLE';
      await refuses(
        iam.deleteServiceSpecificCredential({ UserName: 'ada', ServiceSpecificCredentialId }),
        'NoSuchEntity',
        404,
      );
    },
  },
];

function publicKey(): string {
  const { publicKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return key.export({ type: 'spki', format: 'pem' }).toString();
}
