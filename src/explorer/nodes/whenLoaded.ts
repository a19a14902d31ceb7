import { isIamError, type IamError } from '../../iam/errors';
import type { PolicyHolder, UserCredentials } from '../../iam/model';
import type { TreeContext, TreeNode } from '../node';
import { FailedNode } from './message';

/**
 * Children made of a user's keys or certificates, which load when the user is opened first. What
 * fails, or is denied for this `operation`, stands in place of them.
 */
export async function whenCredentialsLoaded(
  tree: TreeContext,
  { userName, operation, parent }: { userName: string; operation: string; parent: TreeNode },
  make: (credentials: UserCredentials) => TreeNode[],
): Promise<TreeNode[]> {
  return orFailure(parent, async () => {
    const { account } = tree;
    const known = account.credentials(userName) ?? (await account.loadCredentials(userName));
    const denied = known.failures?.find(({ details }) => details.operation === operation);
    return denied ? [new FailedNode(parent, denied)] : make(known);
  });
}

/** Children made of policies or memberships, which are asked for where lists did not give them. */
export async function whenHolderLoaded(
  tree: TreeContext,
  holder: PolicyHolder,
  parent: TreeNode,
  make: () => TreeNode[],
): Promise<TreeNode[]> {
  return orFailure(parent, async () => {
    const { account } = tree;
    const { kind, name } = holder;
    const known = kind === 'user' ? account.user(name) : account.group(name);
    if (known?.partial) await account.loadHolder(holder);
    return make();
  });
}

async function orFailure(parent: TreeNode, load: () => Promise<TreeNode[]>): Promise<TreeNode[]> {
  try {
    return await load();
  } catch (error) {
    if (!isIamError(error)) throw error;
    return wasLeft(error) ? [] : [new FailedNode(parent, error)];
  }
}

/** The connection was left while it loaded: nobody looks at this any more. */
function wasLeft({ reason }: IamError): boolean {
  return reason === 'cancelled';
}
