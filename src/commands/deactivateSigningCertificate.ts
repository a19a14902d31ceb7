import { SIGNING_CERTIFICATE } from './credentialKind';
import { statusCommand } from './credentialStatus';

/** Makes signing certificates unusable until they are activated again. */
export const deactivateSigningCertificate = statusCommand({
  id: 'iamWorkbench.deactivateSigningCertificate',
  kind: SIGNING_CERTIFICATE,
  to: 'Inactive',
});
