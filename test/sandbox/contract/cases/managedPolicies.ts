import assert from 'node:assert/strict';
import { type ContractCase, allowAll, documentOfSize, trustLambda } from '../subject';

export const managedPolicyCases: ContractCase[] = [
  {
    name: 'a managed policy is made and found again',
    async run({ iam }) {
      const { Policy } = await iam.createPolicy({
        PolicyName: 'Reports',
        Path: '/analytics/',
        Description: 'Reads reports',
        PolicyDocument: allowAll,
        Tags: [{ Key: 'team', Value: 'analytics' }],
      });
      assert.match(Policy?.PolicyId ?? '', /^ANPA[A-Z2-7]{17}$/);
      assert.match(Policy?.Arn ?? '', /^arn:aws:iam::\d{12}:policy\/analytics\/Reports$/);
      assert.equal(Policy?.DefaultVersionId, 'v1');
      const found = await iam.getPolicy({ PolicyArn: Policy?.Arn });
      assert.equal(found.Policy?.Description, 'Reads reports');
      assert.equal(found.Policy?.AttachmentCount, 0);
      assert.equal(found.Policy?.IsAttachable, true);
      assert.deepEqual(found.Policy?.Tags, [{ Key: 'team', Value: 'analytics' }]);
    },
  },
  {
    name: 'the same policy name is refused',
    async run({ iam, refuses }) {
      await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      await refuses(
        iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll }),
        'EntityAlreadyExists',
        409,
        'A policy called p already exists. Duplicate names are not allowed.',
      );
    },
  },
  {
    name: 'policy names are unique without regard to case and path',
    async run({ iam, refuses }) {
      await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      await refuses(
        iam.createPolicy({ PolicyName: 'P', Path: '/a/', PolicyDocument: allowAll }),
        'EntityAlreadyExists',
        409,
      );
    },
  },
  {
    name: 'a managed policy needs version 2012-10-17',
    async run({ iam, refuses }) {
      await refuses(
        iam.createPolicy({
          PolicyName: 'p',
          PolicyDocument: '{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
        }),
        'MalformedPolicyDocument',
        400,
        'Policy document must be version 2012-10-17 or greater.',
      );
    },
  },
  {
    name: 'a managed policy has at most 6144 characters',
    async run({ iam, refuses }) {
      await iam.createPolicy({ PolicyName: 'fits', PolicyDocument: documentOfSize(6144) });
      await refuses(
        iam.createPolicy({ PolicyName: 'p', PolicyDocument: documentOfSize(6145) }),
        'LimitExceeded',
        409,
        'Cannot exceed quota for PolicySize: 6144',
      );
    },
  },
  {
    name: 'a policy that is not there is named',
    async run({ iam, refuses }) {
      const PolicyArn = 'arn:aws:iam::111122223333:policy/nothing';
      await refuses(
        iam.getPolicy({ PolicyArn }),
        'NoSuchEntity',
        404,
        `Policy ${PolicyArn} was not found.`,
      );
    },
  },
  {
    name: 'what is no ARN of a policy is refused',
    async run({ iam, refuses }) {
      const PolicyArn = 'arn:aws:iam::111122223333:user/nothing';
      await refuses(
        iam.getPolicy({ PolicyArn }),
        'InvalidInput',
        400,
        `ARN ${PolicyArn} is not valid.`,
      );
    },
  },
  {
    name: 'a version is read percent-encoded',
    async run({ iam }) {
      const { Policy } = await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      const { PolicyVersion } = await iam.getPolicyVersion({
        PolicyArn: Policy?.Arn,
        VersionId: 'v1',
      });
      assert.match(PolicyVersion?.Document ?? '', /^%7B/);
      assert.equal(decodeURIComponent(PolicyVersion?.Document ?? ''), allowAll);
      assert.equal(PolicyVersion?.IsDefaultVersion, true);
    },
  },
  {
    name: 'versions are made, listed, made the default and deleted',
    async run({ iam }) {
      const { Policy } = await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      const PolicyArn = Policy?.Arn;
      const PolicyDocument = allowAll.replace('Allow', 'Deny');
      const second = await iam.createPolicyVersion({ PolicyArn, PolicyDocument });
      assert.equal(second.PolicyVersion?.VersionId, 'v2');
      assert.equal(second.PolicyVersion?.IsDefaultVersion, false);
      await iam.createPolicyVersion({ PolicyArn, PolicyDocument, SetAsDefault: true });
      assert.equal((await iam.getPolicy({ PolicyArn })).Policy?.DefaultVersionId, 'v3');
      await iam.setDefaultPolicyVersion({ PolicyArn, VersionId: 'v2' });
      await iam.deletePolicyVersion({ PolicyArn, VersionId: 'v3' });
      const { Versions } = await iam.listPolicyVersions({ PolicyArn });
      assert.deepEqual(
        Versions?.map((version) => [version.VersionId, version.IsDefaultVersion]).sort(),
        [
          ['v1', false],
          ['v2', true],
        ],
      );
    },
  },
  {
    name: 'numbers of versions are not used twice',
    async run({ iam }) {
      const { Policy } = await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      const PolicyArn = Policy?.Arn;
      await iam.createPolicyVersion({ PolicyArn, PolicyDocument: allowAll });
      await iam.deletePolicyVersion({ PolicyArn, VersionId: 'v2' });
      const { PolicyVersion } = await iam.createPolicyVersion({
        PolicyArn,
        PolicyDocument: allowAll,
      });
      assert.equal(PolicyVersion?.VersionId, 'v3');
    },
  },
  {
    name: 'a sixth version is refused',
    async run({ iam, refuses }) {
      const { Policy } = await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      const PolicyArn = Policy?.Arn;
      for (let count = 1; count < 5; count++) {
        await iam.createPolicyVersion({ PolicyArn, PolicyDocument: allowAll });
      }
      await refuses(
        iam.createPolicyVersion({ PolicyArn, PolicyDocument: allowAll }),
        'LimitExceeded',
        409,
        'A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.',
      );
    },
  },
  {
    name: 'the default version is not deleted',
    async run({ iam, refuses }) {
      const { Policy } = await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      await refuses(
        iam.deletePolicyVersion({ PolicyArn: Policy?.Arn, VersionId: 'v1' }),
        'DeleteConflict',
        409,
        'Cannot delete the default version of a policy.',
      );
    },
  },
  {
    name: 'a version that is not there is named',
    async run({ iam, refuses }) {
      const { Policy } = await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      await refuses(
        iam.getPolicyVersion({ PolicyArn: Policy?.Arn, VersionId: 'v9' }),
        'NoSuchEntity',
        404,
        /v9/,
      );
    },
  },
  {
    name: 'attachments keep a policy from being deleted',
    async run({ iam, refuses }) {
      const { Policy } = await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      await iam.createUser({ UserName: 'ada' });
      await iam.attachUserPolicy({ UserName: 'ada', PolicyArn: Policy?.Arn });
      await refuses(
        iam.deletePolicy({ PolicyArn: Policy?.Arn }),
        'DeleteConflict',
        409,
        'Cannot delete a policy attached to entities.',
      );
    },
  },
  {
    name: 'further versions keep a policy from being deleted',
    async run({ iam, refuses }) {
      const { Policy } = await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      const PolicyArn = Policy?.Arn;
      await iam.createPolicyVersion({ PolicyArn, PolicyDocument: allowAll });
      await refuses(
        iam.deletePolicy({ PolicyArn }),
        'DeleteConflict',
        409,
        /more than one version/,
      );
      await iam.deletePolicyVersion({ PolicyArn, VersionId: 'v2' });
      await iam.deletePolicy({ PolicyArn });
      await refuses(iam.getPolicy({ PolicyArn }), 'NoSuchEntity', 404);
    },
  },
  {
    name: 'policies are listed by scope, path and attachment',
    async run({ iam }) {
      const { Policy } = await iam.createPolicy({
        PolicyName: 'used',
        Path: '/a/',
        PolicyDocument: allowAll,
      });
      await iam.createPolicy({ PolicyName: 'unused', PolicyDocument: allowAll });
      await iam.createGroup({ GroupName: 'g' });
      await iam.attachGroupPolicy({ GroupName: 'g', PolicyArn: Policy?.Arn });
      const names = async (filter: Parameters<typeof iam.listPolicies>[0]) => {
        const { Policies } = await iam.listPolicies({ Scope: 'Local', ...filter });
        return Policies?.map((policy) => policy.PolicyName).sort();
      };
      assert.deepEqual(await names({}), ['unused', 'used']);
      assert.deepEqual(await names({ PathPrefix: '/a/' }), ['used']);
      assert.deepEqual(await names({ OnlyAttached: true }), ['used']);
    },
  },
  {
    name: 'a policy knows who has it',
    async run({ iam }) {
      const { Policy } = await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      const PolicyArn = Policy?.Arn;
      await iam.createUser({ UserName: 'u' });
      await iam.createGroup({ GroupName: 'g' });
      await iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: trustLambda });
      await iam.attachUserPolicy({ UserName: 'u', PolicyArn });
      await iam.attachGroupPolicy({ GroupName: 'g', PolicyArn });
      await iam.attachRolePolicy({ RoleName: 'r', PolicyArn });
      const found = await iam.listEntitiesForPolicy({ PolicyArn });
      assert.equal(found.PolicyUsers?.[0]?.UserName, 'u');
      assert.equal(found.PolicyGroups?.[0]?.GroupName, 'g');
      assert.equal(found.PolicyRoles?.[0]?.RoleName, 'r');
      const users = await iam.listEntitiesForPolicy({ PolicyArn, EntityFilter: 'User' });
      assert.deepEqual([users.PolicyUsers?.length, users.PolicyGroups?.length], [1, 0]);
      assert.equal((await iam.getPolicy({ PolicyArn })).Policy?.AttachmentCount, 3);
    },
  },
];
