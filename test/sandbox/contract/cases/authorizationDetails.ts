import assert from 'node:assert/strict';
import { type ContractCase, type Subject, allowAll, trustLambda } from '../subject';

async function fill({ iam }: Subject): Promise<string | undefined> {
  const { Policy } = await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
  await iam.createGroup({ GroupName: 'g' });
  await iam.createUser({ UserName: 'ada', Tags: [{ Key: 'team', Value: 'a' }] });
  await iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: trustLambda });
  await iam.addUserToGroup({ GroupName: 'g', UserName: 'ada' });
  await iam.putGroupPolicy({ GroupName: 'g', PolicyName: 'inline', PolicyDocument: allowAll });
  await iam.putUserPolicy({ UserName: 'ada', PolicyName: 'own', PolicyDocument: allowAll });
  await iam.attachUserPolicy({ UserName: 'ada', PolicyArn: Policy?.Arn });
  await iam.attachGroupPolicy({ GroupName: 'g', PolicyArn: Policy?.Arn });
  return Policy?.Arn;
}

export const authorizationDetailCases: ContractCase[] = [
  {
    name: 'the authorization details hold users, groups and roles with their policies',
    async run(subject) {
      const arn = await fill(subject);
      const details = await subject.iam.getAccountAuthorizationDetails({});
      const user = details.UserDetailList?.[0];
      assert.deepEqual(user?.GroupList, ['g']);
      assert.deepEqual(user.AttachedManagedPolicies, [{ PolicyName: 'p', PolicyArn: arn }]);
      assert.equal(decodeURIComponent(user.UserPolicyList?.[0]?.PolicyDocument ?? ''), allowAll);
      assert.deepEqual(user.Tags, [{ Key: 'team', Value: 'a' }]);
      const group = details.GroupDetailList?.[0];
      assert.equal(group?.GroupPolicyList?.[0]?.PolicyName, 'inline');
      assert.equal(group.AttachedManagedPolicies?.[0]?.PolicyArn, arn);
      assert.equal(details.RoleDetailList?.[0]?.RoleName, 'r');
    },
  },
  {
    name: 'the authorization details hold policies with all versions',
    async run(subject) {
      const PolicyArn = await fill(subject);
      await subject.iam.createPolicyVersion({ PolicyArn, PolicyDocument: allowAll });
      const { Policies } = await subject.iam.getAccountAuthorizationDetails({
        Filter: ['LocalManagedPolicy'],
      });
      assert.equal(Policies?.length, 1);
      assert.equal(Policies[0]?.PolicyName, 'p');
      assert.match(Policies[0].PolicyId ?? '', /^ANPA/);
      assert.equal(Policies[0].AttachmentCount, 2);
      const documents = Policies[0].PolicyVersionList?.map((version) =>
        decodeURIComponent(version.Document ?? ''),
      );
      assert.deepEqual(documents, [allowAll, allowAll]);
    },
  },
  {
    name: 'the authorization details are filtered by kind',
    async run(subject) {
      await fill(subject);
      const details = await subject.iam.getAccountAuthorizationDetails({ Filter: ['Group'] });
      assert.deepEqual(details.UserDetailList ?? [], []);
      assert.equal(details.GroupDetailList?.length, 1);
      assert.deepEqual(details.Policies ?? [], []);
    },
  },
  {
    name: 'the authorization details come in pages',
    async run(subject) {
      const { iam } = subject;
      await fill(subject);
      for (const UserName of ['b', 'c', 'd']) await iam.createUser({ UserName });
      const seen: string[] = [];
      let Marker: string | undefined;
      do {
        const page = await iam.getAccountAuthorizationDetails({
          MaxItems: 2,
          Marker,
          Filter: ['User', 'Group', 'LocalManagedPolicy'],
        });
        const names = [
          ...(page.UserDetailList ?? []).map((user) => user.UserName),
          ...(page.GroupDetailList ?? []).map((group) => group.GroupName),
          ...(page.Policies ?? []).map((policy) => policy.PolicyName),
        ];
        assert.ok(names.length <= 2, `${names.length} items on a page of 2`);
        seen.push(...names.map(String));
        Marker = page.Marker;
      } while (Marker !== undefined);
      assert.deepEqual(seen.sort(), ['ada', 'b', 'c', 'd', 'g', 'p']);
    },
  },
];
