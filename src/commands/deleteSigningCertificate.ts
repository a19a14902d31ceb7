import { deletionCommand } from './credentialDeletion';
import { SIGNING_CERTIFICATE } from './credentialKind';

/** Deletes signing certificates for good, after asking. */
export const deleteSigningCertificate = deletionCommand(
  'iamWorkbench.deleteSigningCertificate',
  SIGNING_CERTIFICATE,
);
