import assert from 'node:assert/strict';
import { type ContractCase, allowAll } from '../subject';

export const accountCases: ContractCase[] = [
  {
    name: 'an account has one alias',
    async run({ iam }) {
      await iam.createAccountAlias({ AccountAlias: 'first-name' });
      await iam.createAccountAlias({ AccountAlias: 'my-company' });
      const { AccountAliases } = await iam.listAccountAliases({});
      assert.deepEqual(AccountAliases, ['my-company']);
      await iam.deleteAccountAlias({ AccountAlias: 'my-company' });
      assert.deepEqual((await iam.listAccountAliases({})).AccountAliases, []);
    },
  },
  {
    name: 'an alias that is not there is not deleted',
    async run({ iam, refuses }) {
      await refuses(iam.deleteAccountAlias({ AccountAlias: 'nothing' }), 'NoSuchEntity', 404);
    },
  },
  {
    name: 'an alias with upper case is refused',
    async run({ iam, refuses }) {
      await refuses(iam.createAccountAlias({ AccountAlias: 'MyCompany' }), 'ValidationError', 400);
    },
  },
  {
    name: 'the summary counts and names the quotas',
    async run({ iam }) {
      await iam.createUser({ UserName: 'ada' });
      await iam.createGroup({ GroupName: 'g' });
      await iam.createPolicy({ PolicyName: 'p', PolicyDocument: allowAll });
      const { SummaryMap } = await iam.getAccountSummary({});
      assert.equal(SummaryMap?.Users, 1);
      assert.equal(SummaryMap.Groups, 1);
      assert.equal(SummaryMap.Policies, 1);
      assert.equal(SummaryMap.AccessKeysPerUserQuota, 2);
      assert.equal(SummaryMap.UsersQuota, 5000);
      assert.equal(SummaryMap.GroupsPerUserQuota, 10);
    },
  },
  {
    name: 'an account without a password policy says so',
    async run({ iam, refuses }) {
      await refuses(iam.getAccountPasswordPolicy({}), 'NoSuchEntity', 404);
    },
  },
  {
    name: 'a permissions boundary is set, shown and removed',
    async run({ iam, refuses }) {
      const { Policy } = await iam.createPolicy({ PolicyName: 'limit', PolicyDocument: allowAll });
      const PermissionsBoundary = Policy?.Arn;
      await iam.createUser({ UserName: 'ada' });
      await iam.putUserPermissionsBoundary({ UserName: 'ada', PermissionsBoundary });
      const found = await iam.getUser({ UserName: 'ada' });
      const boundary = found.User?.PermissionsBoundary;
      assert.equal(boundary?.PermissionsBoundaryArn, PermissionsBoundary);
      await refuses(iam.deletePolicy({ PolicyArn: PermissionsBoundary }), 'DeleteConflict', 409);
      await iam.deleteUserPermissionsBoundary({ UserName: 'ada' });
      assert.equal((await iam.getUser({ UserName: 'ada' })).User?.PermissionsBoundary, undefined);
    },
  },
];
