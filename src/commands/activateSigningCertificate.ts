import { SIGNING_CERTIFICATE } from './credentialKind';
import { statusCommand } from './credentialStatus';

/** Lets inactive signing certificates be used again. */
export const activateSigningCertificate = statusCommand({
  id: 'iamWorkbench.activateSigningCertificate',
  kind: SIGNING_CERTIFICATE,
  to: 'Active',
});
