import { ServiceError, alreadyExists, noSuchEntity } from '../errors';
import { type Call, type OperationTable, read, write } from '../operation';
import { boolean, optional, required } from '../parameters';
import { existingName, password } from '../rules';
import type { UserState } from '../state';

const settings = { Password: optional(password), PasswordResetRequired: boolean };

/** Console passwords. They are checked and forgotten: nothing here can log in with one. */
export const loginProfiles: OperationTable = {
  CreateLoginProfile: write(
    { UserName: optional(existingName('user')), ...settings },
    (call, input) => {
      const user = subject(call, input.UserName);
      if (user.loginProfile) {
        throw alreadyExists(`Login Profile for user ${user.name} already exists.`);
      }
      checkPassword(input.Password);
      const resetRequired = input.PasswordResetRequired ?? false;
      user.loginProfile = { created: call.now.toISOString(), resetRequired };
      return { LoginProfile: profileXml(user, user.loginProfile) };
    },
  ),

  GetLoginProfile: read({ UserName: optional(existingName('user')) }, (call, input) => {
    const user = subject(call, input.UserName);
    return { LoginProfile: profileXml(user, requireProfile(user)) };
  }),

  UpdateLoginProfile: write(
    { UserName: required(existingName('user')), ...settings },
    ({ account }, input) => {
      const profile = requireProfile(account.user(input.UserName));
      checkPassword(input.Password);
      profile.resetRequired = input.PasswordResetRequired ?? profile.resetRequired;
    },
  ),

  DeleteLoginProfile: write({ UserName: optional(existingName('user')) }, (call, input) => {
    const user = subject(call, input.UserName);
    requireProfile(user);
    user.loginProfile = undefined;
  }),
};

/** Root has a password, but no login profile. */
function subject(call: Call, userName: string | undefined): UserState {
  if (userName !== undefined) return call.account.user(userName);
  if (call.caller.user) return call.caller.user;
  throw noSuchEntity('Login Profile for User root cannot be found.');
}

function requireProfile(user: UserState) {
  if (user.loginProfile) return user.loginProfile;
  throw noSuchEntity(`Login Profile for User ${user.name} cannot be found.`);
}

function profileXml(user: UserState, profile: NonNullable<UserState['loginProfile']>) {
  return {
    UserName: user.name,
    CreateDate: new Date(profile.created),
    PasswordResetRequired: profile.resetRequired,
  };
}

/**
 * The password policy of an account that has set none: eight characters, three kinds of them.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
 */
function checkPassword(text: string | undefined): void {
  if (text === undefined) return;
  if (text.length < 8) throw violation('Password should have a minimum length of 8');
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(text));
  if (kinds.length < 3) {
    throw violation(
      'Password should have at least three of: uppercase letters, lowercase letters, numbers, symbols',
    );
  }
}

function violation(message: string): ServiceError {
  return new ServiceError(400, 'PasswordPolicyViolation', message);
}
