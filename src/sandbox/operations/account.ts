import { alreadyExists, noSuchEntity, validationError } from '../errors';
import { nameProblem } from '../../iam/names';
import { type Call, type OperationTable, read, write } from '../operation';
import { cutPage } from '../paging';
import { required } from '../parameters';
import { QUOTAS } from '../quotas';
import { newName, paging } from '../rules';

const alias = { AccountAlias: required(newName('accountAlias')) };

export const account: OperationTable = {
  CreateAccountAlias: write(alias, (call, input) => {
    const { state } = call.account;
    const problem = nameProblem('accountAlias', input.AccountAlias);
    if (problem) throw validationError(problem);
    if (state.alias === input.AccountAlias) {
      throw alreadyExists(`The account alias ${input.AccountAlias} already exists.`);
    }
    // An account has one alias: a new one takes the place of the old one.
    state.alias = input.AccountAlias;
  }),

  DeleteAccountAlias: write(alias, (call, input) => {
    const { state } = call.account;
    if (state.alias !== input.AccountAlias) {
      throw noSuchEntity(`The account alias ${input.AccountAlias} cannot be found.`);
    }
    state.alias = undefined;
  }),

  ListAccountAliases: read(paging, (call, input) => {
    const { alias: name } = call.account.state;
    const page = cutPage(name === undefined ? [] : [name], (found) => found, input);
    return { ...page.position, AccountAliases: page.items };
  }),

  GetAccountSummary: read({}, (call) => ({ SummaryMap: new Map(Object.entries(summary(call))) })),

  GetAccountPasswordPolicy: read({}, (call) => {
    const { accountId } = call.account.state;
    throw noSuchEntity(`The Password Policy with domain name ${accountId} cannot be found.`);
  }),
};

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html */
function summary({ account: { state, ...tables } }: Call): Record<string, number> {
  const users = tables.users.all();
  const policies = tables.policies.all();
  const count = (holders: readonly { length: number }[]) =>
    holders.reduce((sum, list) => sum + list.length, 0);
  return {
    Users: users.length,
    UsersQuota: QUOTAS.users,
    Groups: tables.groups.size,
    GroupsQuota: QUOTAS.groups,
    Roles: tables.roles.size,
    RolesQuota: QUOTAS.roles,
    Policies: policies.length,
    PoliciesQuota: QUOTAS.policies,
    InstanceProfiles: 0,
    InstanceProfilesQuota: QUOTAS.instanceProfiles,
    ServerCertificates: 0,
    ServerCertificatesQuota: QUOTAS.serverCertificates,
    Providers: 0,
    GroupsPerUserQuota: QUOTAS.groupsPerUser,
    AccessKeysPerUserQuota: QUOTAS.accessKeysPerUser,
    SigningCertificatesPerUserQuota: QUOTAS.certificatesPerUser,
    AttachedPoliciesPerUserQuota: QUOTAS.attachedPoliciesPerUser,
    AttachedPoliciesPerGroupQuota: QUOTAS.attachedPoliciesPerGroup,
    AttachedPoliciesPerRoleQuota: QUOTAS.attachedPoliciesPerRole,
    UserPolicySizeQuota: QUOTAS.userPolicySize,
    GroupPolicySizeQuota: QUOTAS.groupPolicySize,
    RolePolicySizeQuota: QUOTAS.rolePolicySize,
    PolicySizeQuota: QUOTAS.policySize,
    AssumeRolePolicySizeQuota: QUOTAS.trustPolicySize,
    VersionsPerPolicyQuota: QUOTAS.versionsPerPolicy,
    PolicyVersionsInUse: count(policies.map((policy) => policy.versions)),
    PolicyVersionsInUseQuota: QUOTAS.policyVersionsInUse,
    GlobalEndpointTokenVersion: 1,
    MFADevices: state.virtualMfaDevices.length,
    MFADevicesInUse: count(users.map((user) => user.mfaDevices)),
    AccountMFAEnabled: 0,
    AccountPasswordPresent: 1,
    AccountAccessKeysPresent: state.root.accessKeys.length > 0 ? 1 : 0,
    AccountSigningCertificatesPresent: state.root.certificates.length > 0 ? 1 : 0,
  };
}
