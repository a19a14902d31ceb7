import type { Account } from '../account';
import type { PolicyHolder } from '../model';
import type { ApiCall, Step } from '../transactionStep';
import { unlessGone } from '../unlessGone';
import type { RemovedParts } from './removedParts';

/**
 * What can be taken back comes first, so that a failure there costs nothing; then what cannot; the
 * user or group itself last. IAM refuses any other end of this order.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
 */
export function deletionSteps(parts: RemovedParts, account: Account): Step[] {
  const holder: PolicyHolder = { kind: parts.kind, name: parts.name };
  return [
    ...parts.memberships.map((other) => membershipStep(holder, other, account)),
    ...parts.attachedPolicies.map((policy) => detachStep(holder, policy, account)),
    ...parts.inlinePolicies.map((policy) => inlineStep(holder, policy, account)),
    ...credentialSteps(parts, account),
    removalStep(
      'delete',
      `Delete ${parts.kind} ${parts.name}`,
      { operation: parts.kind === 'user' ? 'DeleteUser' : 'DeleteGroup', object: parts.name },
      () =>
        parts.kind === 'user' ? account.deleteUser(parts.name) : account.deleteGroup(parts.name),
    ),
  ];
}

function removalStep(
  id: string,
  title: string,
  call: ApiCall,
  remove: () => Promise<void>,
  putBack?: () => Promise<void>,
): Step {
  return {
    id,
    title,
    call,
    run: async () => {
      await unlessGone(remove());
      return null;
    },
    ...(putBack ? { undo: putBack } : { irreversible: true }),
  };
}

function membershipStep(holder: PolicyHolder, other: string, account: Account): Step {
  const [user, group] = holder.kind === 'user' ? [holder.name, other] : [other, holder.name];
  return removalStep(
    `membership:${other}`,
    `Remove user ${user} from group ${group}`,
    { operation: 'RemoveUserFromGroup', object: `user ${user} from group ${group}` },
    () => account.removeUserFromGroup(user, group),
    () => account.addUserToGroup(user, group),
  );
}

function detachStep(
  holder: PolicyHolder,
  policy: { name: string; arn: string },
  account: Account,
): Step {
  return removalStep(
    `attached:${policy.arn}`,
    `Detach policy ${policy.name}`,
    { operation: `Detach${noun(holder)}Policy`, object: policy.arn },
    () => account.detachPolicy(holder, policy.arn),
    () => account.attachPolicy(holder, policy.arn),
  );
}

function inlineStep(
  holder: PolicyHolder,
  policy: { name: string; document: string },
  account: Account,
): Step {
  return removalStep(
    `inline:${policy.name}`,
    `Delete inline policy ${policy.name}`,
    { operation: `Delete${noun(holder)}Policy`, object: policy.name },
    () => account.deleteInlinePolicy(holder, policy.name),
    () => account.putInlinePolicy(holder, policy.name, policy.document),
  );
}

function credentialSteps(parts: RemovedParts, account: Account): Step[] {
  const { name } = parts;
  const password = removalStep(
    'loginProfile',
    'Delete the console password',
    { operation: 'DeleteLoginProfile', object: `user ${name}` },
    () => account.deleteLoginProfile(name),
  );
  return [
    ...(parts.hasLoginProfile ? [password] : []),
    ...parts.certificates.map(({ id }) =>
      removalStep(
        `certificate:${id}`,
        `Delete signing certificate ${id}`,
        { operation: 'DeleteSigningCertificate', object: id },
        () => account.deleteSigningCertificate(name, id),
      ),
    ),
    ...parts.accessKeys.map(({ id }) =>
      removalStep(
        `accessKey:${id}`,
        `Delete access key ${id}`,
        { operation: 'DeleteAccessKey', object: id },
        () => account.deleteAccessKey(name, id),
      ),
    ),
  ];
}

function noun({ kind }: PolicyHolder): string {
  return kind === 'user' ? 'User' : 'Group';
}
