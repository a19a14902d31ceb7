import assert from 'node:assert/strict';
import { type ContractCase, allowAll, trustLambda } from '../subject';

const tag = (Key: string, Value: string) => ({ Key, Value });

export const tagCases: ContractCase[] = [
  {
    name: 'tags of a user are set, replaced, listed and removed',
    async run({ iam }) {
      await iam.createUser({ UserName: 'ada' });
      await iam.tagUser({ UserName: 'ada', Tags: [tag('team', 'a'), tag('stage', 'test')] });
      await iam.tagUser({ UserName: 'ada', Tags: [tag('team', 'b')] });
      const { Tags } = await iam.listUserTags({ UserName: 'ada' });
      assert.deepEqual(Tags?.map((found) => `${found.Key}=${found.Value}`).sort(), [
        'stage=test',
        'team=b',
      ]);
      await iam.untagUser({ UserName: 'ada', TagKeys: ['team', 'not-there'] });
      assert.equal((await iam.listUserTags({ UserName: 'ada' })).Tags?.length, 1);
    },
  },
  {
    name: 'tags of a policy are set, listed and removed',
    async run({ iam }) {
      const { Policy } = await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      const PolicyArn = Policy?.Arn;
      await iam.tagPolicy({ PolicyArn, Tags: [tag('team', 'a')] });
      assert.deepEqual((await iam.listPolicyTags({ PolicyArn })).Tags, [tag('team', 'a')]);
      await iam.untagPolicy({ PolicyArn, TagKeys: ['team'] });
      assert.deepEqual((await iam.listPolicyTags({ PolicyArn })).Tags, []);
    },
  },
  {
    name: 'tags of a role are set, listed and removed',
    async run({ iam }) {
      await iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: trustLambda });
      await iam.tagRole({ RoleName: 'r', Tags: [tag('team', '')] });
      assert.deepEqual((await iam.listRoleTags({ RoleName: 'r' })).Tags, [tag('team', '')]);
      await iam.untagRole({ RoleName: 'r', TagKeys: ['team'] });
      assert.deepEqual((await iam.listRoleTags({ RoleName: 'r' })).Tags, []);
    },
  },
  {
    name: 'a tag key twice, in any case, is refused',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await refuses(
        iam.tagUser({ UserName: 'ada', Tags: [tag('Team', 'a'), tag('team', 'b')] }),
        'InvalidInput',
        400,
        'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
      );
    },
  },
  {
    name: 'a user has at most fifty tags',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const many = Array.from({ length: 50 }, (_, index) => tag(`k${index}`, 'v'));
      await iam.tagUser({ UserName: 'ada', Tags: many });
      await refuses(
        iam.tagUser({ UserName: 'ada', Tags: [tag('one-more', 'v')] }),
        'LimitExceeded',
        409,
      );
    },
  },
  {
    name: 'a tag key with a character that is not allowed is refused',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await refuses(
        iam.tagUser({ UserName: 'ada', Tags: [tag('team!', 'a')] }),
        'ValidationError',
        400,
        /^1 validation error detected: Value 'team!' at 'tags\.\w+\.member\.key' failed to satisfy constraint: Member must satisfy regular expression pattern: /,
      );
    },
  },
];
