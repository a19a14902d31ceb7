import { ACCESS_KEY } from './credentialKind';
import { statusCommand } from './credentialStatus';

/** Makes access keys unusable until they are activated again. */
export const deactivateAccessKey = statusCommand({
  id: 'iamWorkbench.deactivateAccessKey',
  kind: ACCESS_KEY,
  to: 'Inactive',
});
