import assert from 'node:assert/strict';
import { type ContractCase } from '../subject';

const Password = 'Correct-Horse-9';

export const loginProfileCases: ContractCase[] = [
  {
    name: 'a login profile is made, changed and deleted',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      const { LoginProfile } = await iam.createLoginProfile({
        UserName: 'ada',
        Password,
        PasswordResetRequired: true,
      });
      assert.equal(LoginProfile?.PasswordResetRequired, true);
      await iam.updateLoginProfile({ UserName: 'ada', PasswordResetRequired: false });
      const found = await iam.getLoginProfile({ UserName: 'ada' });
      assert.equal(found.LoginProfile?.UserName, 'ada');
      assert.equal(found.LoginProfile?.PasswordResetRequired, false);
      await iam.deleteLoginProfile({ UserName: 'ada' });
      await refuses(iam.getLoginProfile({ UserName: 'ada' }), 'NoSuchEntity', 404);
    },
  },
  {
    name: 'a user has one login profile',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await iam.createLoginProfile({ UserName: 'ada', Password });
      await refuses(
        iam.createLoginProfile({ UserName: 'ada', Password }),
        'EntityAlreadyExists',
        409,
        'Login Profile for user ada already exists.',
      );
    },
  },
  {
    name: 'a login profile that is not there is named',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await refuses(
        iam.deleteLoginProfile({ UserName: 'ada' }),
        'NoSuchEntity',
        404,
        'Login Profile for User ada cannot be found.',
      );
    },
  },
  {
    name: 'a weak password is refused and not repeated',
    async run({ iam, refuses }) {
      await iam.createUser({ UserName: 'ada' });
      await refuses(
        iam.createLoginProfile({ UserName: 'ada', Password: 'secret' }),
        'PasswordPolicyViolation',
        400,
        /^(?!.*'secret').*minimum length of 8/,
      );
    },
  },
];
