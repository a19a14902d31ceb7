import assert from 'node:assert/strict';
import { type ContractCase, allowAll, trustLambda } from '../subject';

const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess';
const viewOnly = 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess';

export const attachmentCases: ContractCase[] = [
  {
    name: 'policies of the account and of AWS are attached to users and detached',
    awsPolicies: true,
    async run({ iam }) {
      await iam.createUser({ UserName: 'ada' });
      const { Policy } = await iam.createPolicy({ PolicyName: 'own', PolicyDocument: allowAll });
      for (const PolicyArn of [Policy?.Arn, administrator, viewOnly]) {
        await iam.attachUserPolicy({ UserName: 'ada', PolicyArn });
      }
      const listed = await iam.listAttachedUserPolicies({ UserName: 'ada' });
      assert.deepEqual(listed.AttachedPolicies?.map((policy) => policy.PolicyName).sort(), [
        'AdministratorAccess',
        'ViewOnlyAccess',
        'own',
      ]);
      const byPath = await iam.listAttachedUserPolicies({
        UserName: 'ada',
        PathPrefix: '/job-function/',
      });
      assert.deepEqual(
        byPath.AttachedPolicies?.map((policy) => policy.PolicyArn),
        [viewOnly],
      );
      await iam.detachUserPolicy({ UserName: 'ada', PolicyArn: administrator });
      const rest = await iam.listAttachedUserPolicies({ UserName: 'ada' });
      assert.equal(rest.AttachedPolicies?.length, 2);
    },
  },
  {
    name: 'policies are attached to groups and roles and detached; attaching twice changes nothing',
    awsPolicies: true,
    async run({ iam }) {
      await iam.createGroup({ GroupName: 'g' });
      await iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: trustLambda });
      for (let times = 0; times < 2; times++) {
        await iam.attachGroupPolicy({ GroupName: 'g', PolicyArn: administrator });
        await iam.attachRolePolicy({ RoleName: 'r', PolicyArn: administrator });
      }
      const group = await iam.listAttachedGroupPolicies({ GroupName: 'g' });
      const role = await iam.listAttachedRolePolicies({ RoleName: 'r' });
      assert.equal(group.AttachedPolicies?.length, 1);
      assert.equal(role.AttachedPolicies?.length, 1);
      await iam.detachGroupPolicy({ GroupName: 'g', PolicyArn: administrator });
      await iam.detachRolePolicy({ RoleName: 'r', PolicyArn: administrator });
      const empty = await iam.listAttachedGroupPolicies({ GroupName: 'g' });
      assert.deepEqual(empty.AttachedPolicies, []);
    },
  },
  {
    name: 'a policy that is not there cannot be attached',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const PolicyArn = 'arn:aws:iam::aws:policy/NoSuchPolicy';
      await refuses(
        iam.attachUserPolicy({ UserName: 'ada', PolicyArn }),
        'NoSuchEntity',
        404,
        `Policy ${PolicyArn} does not exist or is not attachable.`,
      );
    },
  },
  {
    name: 'a policy that is not attached cannot be detached',
    awsPolicies: true,
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await refuses(
        iam.detachUserPolicy({ UserName: 'ada', PolicyArn: administrator }),
        'NoSuchEntity',
        404,
        `Policy ${administrator} was not found.`,
      );
    },
  },
  {
    name: 'ten policies are attached to a user, no more',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const attach = async (index: number) => {
        const { Policy } = await iam.createPolicy({
          PolicyName: `p${index}`,
          PolicyDocument: allowAll,
        });
        await iam.attachUserPolicy({ UserName: 'ada', PolicyArn: Policy?.Arn });
      };
      for (let index = 0; index < 10; index++) await attach(index);
      await refuses(
        attach(10),
        'LimitExceeded',
        409,
        'Cannot exceed quota for PoliciesPerUser: 10',
      );
    },
  },
  {
    name: 'AWS managed policies are there with their documents',
    awsPolicies: true,
    async run({ iam }) {
      const { Policy } = await iam.getPolicy({ PolicyArn: administrator });
      const { PolicyVersion } = await iam.getPolicyVersion({
        PolicyArn: administrator,
        VersionId: Policy?.DefaultVersionId,
      });
      const document = JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? '')) as {
        Statement: unknown;
      };
      assert.deepEqual(document.Statement, [{ Effect: 'Allow', Action: '*', Resource: '*' }]);
    },
  },
  {
    name: 'AWS managed policies are listed in pages',
    awsPolicies: true,
    async run({ iam }) {
      const names = new Set<string>();
      let Marker: string | undefined;
      let pages = 0;
      do {
        const page = await iam.listPolicies({ Scope: 'AWS', MaxItems: 1000, Marker });
        for (const policy of page.Policies ?? []) names.add(policy.Arn ?? '');
        Marker = page.Marker;
        pages += 1;
      } while (Marker !== undefined);
      assert.ok(pages >= 2 && names.size > 1000, `${names.size} policies in ${pages} pages`);
    },
  },
  {
    name: 'AWS managed policies cannot be changed',
    awsPolicies: true,
    async run({ iam, refuses }) {
      await refuses(
        iam.createPolicyVersion({ PolicyArn: administrator, PolicyDocument: allowAll }),
        'InvalidInput',
        400,
        /outside your own account/,
      );
    },
  },
];
