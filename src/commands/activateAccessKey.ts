import { ACCESS_KEY } from './credentialKind';
import { statusCommand } from './credentialStatus';

/** Lets inactive access keys be used again. */
export const activateAccessKey = statusCommand({
  id: 'iamWorkbench.activateAccessKey',
  kind: ACCESS_KEY,
  to: 'Active',
});
