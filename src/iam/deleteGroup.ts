import type { Account } from './account';
import type { RemovedParts } from './deletion/removedParts';
import { IamError } from './errors';

/**
 * Reads everything that would be lost with a group.
 * @throws IamError `notFound` and what the calls throw
 */
export async function planGroupDeletion(
  groupName: string,
  account: Account,
  signal?: AbortSignal,
): Promise<RemovedParts> {
  const group = account.group(groupName);
  if (!group) throw new IamError('notFound', `There is no group named ${groupName}.`);
  const holder = { kind: 'group', name: group.name } as const;
  const [attachedPolicies, inlinePolicies] = await Promise.all([
    account.attachedPolicies(holder, { signal }),
    Promise.all(
      group.inlinePolicies.map(async ({ name }) => ({
        name,
        document: (
          await account.readPolicy({ kind: 'inline', holder, policyName: name }, { signal })
        ).text,
      })),
    ),
  ]);
  return {
    kind: 'group',
    name: group.name,
    path: group.path,
    arn: group.arn,
    id: group.id,
    created: group.created.toISOString(),
    memberships: account.members(group.name).map(({ name }) => name),
    inlinePolicies,
    attachedPolicies,
    accessKeys: [],
    certificates: [],
    hasLoginProfile: false,
    tags: [],
  };
}
