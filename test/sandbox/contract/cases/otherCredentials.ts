import assert from 'node:assert/strict';
import { type ContractCase } from '../subject';

export const otherCredentialCases: ContractCase[] = [
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
