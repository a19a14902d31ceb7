import { isIamError } from '../../iam/errors';
import type { UserCredentials } from '../../iam/model';
import type { TreeContext, TreeNode } from '../node';
import { FailedNode } from './message';

/**
 * Children made of a user's keys and certificates, which load when the user is opened first.
 * What fails or is denied stands in place of them.
 */
export async function credentialChildren(
  tree: TreeContext,
  userName: string,
  parent: TreeNode,
  make: (credentials: UserCredentials) => TreeNode[],
): Promise<TreeNode[]> {
  const known = tree.account.credentials(userName);
  try {
    return make(known ?? (await tree.account.loadCredentials(userName)));
  } catch (error) {
    if (!isIamError(error)) throw error;
    return error.reason === 'cancelled' ? [] : [new FailedNode(parent, error)];
  }
}
