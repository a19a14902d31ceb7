import { newAccessKeyId, newId } from './identifiers';
import * as policies from './samplePolicies';
import { type AccountState, type UserState, emptyAccount } from './state';

/**
 * An account of the size that quotas allow, for tests and measurements: `users` users with one key
 * each, every one a member of three of the `groups` groups.
 */
export function largeAccount(
  users: number,
  groups: number,
  accountId = '111122223333',
  now = new Date(),
): AccountState {
  const state = emptyAccount(accountId, now);
  const created = now.toISOString();
  const groupIds = Array.from({ length: groups }, (_, index) => {
    const name = `group-${numbered(index, 3)}`;
    const inlinePolicies = [{ name: 'DeployToStaging', document: policies.deployToStaging }];
    const attachedPolicies = index % 3 === 0 ? ['arn:aws:iam::aws:policy/ReadOnlyAccess'] : [];
    const id = newId('AGPA');
    state.groups.push({
      name,
      id,
      path: '/',
      created,
      inlinePolicies,
      attachedPolicies,
    });
    return id;
  });
  for (let index = 0; index < users; index++) {
    const memberships = [0, 1, 2].flatMap((step) => groupIds[(index + step * 7) % groups] ?? []);
    const user = numberedUser(index, accountId, created, [...new Set(memberships)]);
    state.users.push(user);
  }
  return state;
}

function numberedUser(
  index: number,
  accountId: string,
  created: string,
  groupIds: string[],
): UserState {
  return {
    name: `user-${numbered(index, 4)}`,
    id: newId('AIDA'),
    path: index % 10 === 0 ? '/service/' : '/',
    created,
    groupIds,
    inlinePolicies:
      index % 20 === 0 ? [{ name: 'WriteBackups', document: policies.writeBackups }] : [],
    attachedPolicies: [],
    tags: [{ key: 'team', value: `team-${index % 40}` }],
    accessKeys: [{ id: newAccessKeyId(accountId), status: 'Active', created }],
    certificates: [],
    mfaDevices: [],
    sshPublicKeys: [],
    serviceCredentials: [],
  };
}

function numbered(index: number, digits: number): string {
  return String(index).padStart(digits, '0');
}
