import { deletionCommand } from './credentialDeletion';
import { ACCESS_KEY } from './credentialKind';

/** Deletes access keys for good, after asking. */
export const deleteAccessKey = deletionCommand('iamWorkbench.deleteAccessKey', ACCESS_KEY);
