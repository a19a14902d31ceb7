import type { Account } from '../iam/account';
import type { AccountChange, PolicyHolder } from '../iam/model';

/** Ids of the nodes to draw again after a change; undefined for the whole tree. */
export function nodesToRefresh(account: Account, change: AccountChange): string[] | undefined {
  switch (change.kind) {
    case 'all':
      return undefined;
    // Groups count their members, so they change with the list of users.
    case 'users':
      return ['users', 'groups'];
    case 'groups':
      return ['groups'];
    case 'managedPolicies':
      return ['policies', 'awsPolicies'];
    // Not in the tree.
    case 'references':
      return [];
    case 'credentials':
      return [`user:${change.userName}`];
    case 'user':
      return [`user:${change.name}`, ...groupsOf(account, change.name)];
    case 'group':
      return [`group:${change.name}`, ...inheritors(account, change.name)];
    case 'policy':
      return change.ref.kind === 'managed'
        ? [`policy:${change.ref.arn}`]
        : holderNodes(account, change.ref.holder);
  }
}

function groupsOf(account: Account, userName: string): string[] {
  return (account.user(userName)?.groups ?? []).map((name) => `group:${name}`);
}

/** Policies of a group are listed below its members too, where those are open. */
function inheritors(account: Account, groupName: string): string[] {
  return account.members(groupName).map(({ name }) => `user:${name}/policies`);
}

function holderNodes(account: Account, { kind, name }: PolicyHolder): string[] {
  return [`${kind}:${name}`, ...(kind === 'group' ? inheritors(account, name) : [])];
}
