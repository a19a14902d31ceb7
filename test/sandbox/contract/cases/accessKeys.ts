import assert from 'node:assert/strict';
import { type ContractCase } from '../subject';

export const accessKeyCases: ContractCase[] = [
  {
    name: 'an access key is made with its secret, and listed without',
    async run({ iam }) {
      await iam.createUser({ UserName: 'ada' });
      const { AccessKey } = await iam.createAccessKey({ UserName: 'ada' });
      assert.match(AccessKey?.AccessKeyId ?? '', /^AKIA[A-Z2-7]{16}$/);
      assert.match(AccessKey?.SecretAccessKey ?? '', /^[A-Za-z0-9+/]{40}$/);
      assert.equal(AccessKey?.Status, 'Active');
      assert.equal(AccessKey.UserName, 'ada');
      const { AccessKeyMetadata, IsTruncated } = await iam.listAccessKeys({ UserName: 'ada' });
      assert.equal(AccessKeyMetadata?.[0]?.AccessKeyId, AccessKey.AccessKeyId);
      assert.equal(IsTruncated, false);
      assert.ok(!JSON.stringify(AccessKeyMetadata).includes(AccessKey.SecretAccessKey ?? 'none'));
    },
  },
  {
    name: 'a third access key is refused, inactive ones counted',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const { AccessKey } = await iam.createAccessKey({ UserName: 'ada' });
      await iam.updateAccessKey({
        UserName: 'ada',
        AccessKeyId: AccessKey?.AccessKeyId,
        Status: 'Inactive',
      });
      await iam.createAccessKey({ UserName: 'ada' });
      await refuses(
        iam.createAccessKey({ UserName: 'ada' }),
        'LimitExceeded',
        409,
        'Cannot exceed quota for AccessKeysPerUser: 2',
      );
    },
  },
  {
    name: 'an access key is deactivated and deleted',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const { AccessKey } = await iam.createAccessKey({ UserName: 'ada' });
      const key = { UserName: 'ada', AccessKeyId: AccessKey?.AccessKeyId };
      await iam.updateAccessKey({ ...key, Status: 'Inactive' });
      const { AccessKeyMetadata } = await iam.listAccessKeys({ UserName: 'ada' });
      assert.equal(AccessKeyMetadata?.[0]?.Status, 'Inactive');
      await iam.deleteAccessKey(key);
      assert.deepEqual((await iam.listAccessKeys({ UserName: 'ada' })).AccessKeyMetadata, []);
      await refuses(iam.deleteAccessKey(key), 'NoSuchEntity', 404);
    },
  },
  {
    name: 'an access key that is not there is named',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const AccessKeyId = 'AKIANOSUCHKEYATALL00';
      await refuses(
        iam.updateAccessKey({ UserName: 'ada', AccessKeyId, Status: 'Inactive' }),
        'NoSuchEntity',
        404,
        `The Access Key with id ${AccessKeyId} cannot be found.`,
      );
    },
  },
  {
    name: 'an access key belongs to one user',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await iam.createUser({ UserName: 'grace' });
      const { AccessKey } = await iam.createAccessKey({ UserName: 'ada' });
      await refuses(
        iam.deleteAccessKey({ UserName: 'grace', AccessKeyId: AccessKey?.AccessKeyId }),
        'NoSuchEntity',
        404,
      );
    },
  },
  {
    name: 'a status that there is not is refused',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const { AccessKey } = await iam.createAccessKey({ UserName: 'ada' });
      await refuses(
        iam.updateAccessKey({
          UserName: 'ada',
          AccessKeyId: AccessKey?.AccessKeyId,
          Status: 'Sleeping' as 'Active',
        }),
        'ValidationError',
        400,
        /at 'status' failed to satisfy constraint: Member must satisfy enum value set/,
      );
    },
  },
  {
    name: 'a key that was never used has N/A for service and region and no date',
    async run({ iam }) {
      await iam.createUser({ UserName: 'ada' });
      const { AccessKey } = await iam.createAccessKey({ UserName: 'ada' });
      const AccessKeyId = AccessKey?.AccessKeyId;
      const { AccessKeyLastUsed, UserName } = await iam.getAccessKeyLastUsed({ AccessKeyId });
      assert.equal(UserName, 'ada');
      assert.equal(AccessKeyLastUsed?.ServiceName, 'N/A');
      assert.equal(AccessKeyLastUsed.Region, 'N/A');
      assert.equal(AccessKeyLastUsed.LastUsedDate, undefined);
    },
  },
  {
    name: 'the key of a call tells who calls',
    async run({ iam, as }) {
      const { User } = await iam.createUser({ UserName: 'ada', Path: '/service/' });
      const { AccessKey } = await iam.createAccessKey({ UserName: 'ada' });
      const ada = as(AccessKey?.AccessKeyId ?? '');
      const identity = await ada.sts.getCallerIdentity({});
      assert.equal(identity.Arn, User?.Arn);
      assert.equal(identity.UserId, User?.UserId);
      assert.match(identity.Account ?? '', /^\d{12}$/);
      assert.equal((await ada.iam.getUser({})).User?.UserName, 'ada');
      const own = await ada.iam.listAccessKeys({});
      assert.equal(own.AccessKeyMetadata?.[0]?.UserName, 'ada');
    },
  },
  {
    name: 'the use of a key is noted with service and region',
    async run({ iam, as }) {
      await iam.createUser({ UserName: 'ada' });
      const { AccessKey } = await iam.createAccessKey({ UserName: 'ada' });
      const AccessKeyId = AccessKey?.AccessKeyId ?? '';
      await as(AccessKeyId).sts.getCallerIdentity({});
      const { AccessKeyLastUsed } = await iam.getAccessKeyLastUsed({ AccessKeyId });
      assert.equal(AccessKeyLastUsed?.ServiceName, 'sts');
      assert.equal(AccessKeyLastUsed.Region, 'us-east-1');
      assert.ok(Date.now() - (AccessKeyLastUsed.LastUsedDate?.getTime() ?? 0) < 60_000);
    },
  },
  {
    name: 'an inactive key is refused',
    async run({ iam, as, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const { AccessKey } = await iam.createAccessKey({ UserName: 'ada' });
      const AccessKeyId = AccessKey?.AccessKeyId ?? '';
      await iam.updateAccessKey({ UserName: 'ada', AccessKeyId, Status: 'Inactive' });
      await refuses(
        as(AccessKeyId).sts.getCallerIdentity({}),
        'InvalidClientTokenId',
        403,
        'The security token included in the request is invalid.',
      );
    },
  },
  {
    name: 'a deleted key is refused',
    async run({ iam, as, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const { AccessKey } = await iam.createAccessKey({ UserName: 'ada' });
      const AccessKeyId = AccessKey?.AccessKeyId ?? '';
      await iam.deleteAccessKey({ UserName: 'ada', AccessKeyId });
      await refuses(as(AccessKeyId).iam.listUsers({}), 'InvalidClientTokenId', 403);
    },
  },
];
