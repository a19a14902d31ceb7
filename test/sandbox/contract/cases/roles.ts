import assert from 'node:assert/strict';
import { type ContractCase, allowAll, trustLambda } from '../subject';

export const roleCases: ContractCase[] = [
  {
    name: 'a role is made, found, listed, trusted anew and deleted',
    async run({ iam, refuses }) {
      const made = await iam.createRole({
        RoleName: 'Runner',
        Path: '/jobs/',
        Description: 'Runs jobs',
        MaxSessionDuration: 7200,
        AssumeRolePolicyDocument: trustLambda,
      });
      assert.match(made.Role?.RoleId ?? '', /^AROA[A-Z2-7]{17}$/);
      const { Role } = await iam.getRole({ RoleName: 'Runner' });
      assert.equal(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ''), trustLambda);
      assert.equal(Role?.MaxSessionDuration, 7200);
      const { Roles } = await iam.listRoles({ PathPrefix: '/jobs/' });
      assert.deepEqual(
        Roles?.map((role) => role.RoleName),
        ['Runner'],
      );
      const PolicyDocument = trustLambda.replace('lambda', 'ec2');
      await iam.updateAssumeRolePolicy({ RoleName: 'Runner', PolicyDocument });
      const changed = await iam.getRole({ RoleName: 'Runner' });
      assert.match(decodeURIComponent(changed.Role?.AssumeRolePolicyDocument ?? ''), /ec2/);
      await iam.deleteRole({ RoleName: 'Runner' });
      await refuses(iam.getRole({ RoleName: 'Runner' }), 'NoSuchEntity', 404);
    },
  },
  {
    name: 'role names are unique without regard to case',
    async run({ iam, refuses }) {
      await iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: trustLambda });
      await refuses(
        iam.createRole({ RoleName: 'R', AssumeRolePolicyDocument: trustLambda }),
        'EntityAlreadyExists',
        409,
        'Role with name R already exists.',
      );
    },
  },
  {
    name: 'a role that is not there is named',
    async run({ iam, refuses }) {
      await refuses(
        iam.getRole({ RoleName: 'nothing' }),
        'NoSuchEntity',
        404,
        'The role with name nothing cannot be found.',
      );
    },
  },
  {
    name: 'a trust policy names no resource',
    async run({ iam, refuses }) {
      const AssumeRolePolicyDocument = trustLambda.replace('"Action"', '"Resource":"*","Action"');
      await refuses(
        iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument }),
        'MalformedPolicyDocument',
        400,
        /^Has prohibited field Resource/,
      );
    },
  },
  {
    name: 'policies keep a role from being deleted',
    async run({ iam, refuses }) {
      await iam.createRole({ RoleName: 'r', AssumeRolePolicyDocument: trustLambda });
      await iam.putRolePolicy({ RoleName: 'r', PolicyName: 'p', PolicyDocument: allowAll });
      await refuses(
        iam.deleteRole({ RoleName: 'r' }),
        'DeleteConflict',
        409,
        'Cannot delete entity, must delete policies first.',
      );
    },
  },
];
