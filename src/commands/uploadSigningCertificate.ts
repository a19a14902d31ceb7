import * as vscode from 'vscode';
import { readCertificateFile, type CertificateFile } from '../iam/certificateFile';
import type { Services } from '../services';
import { chooseUser } from '../ui/chooseEntity';
import { connectedAccount } from '../ui/connected';
import { hasRoomForCertificate } from './certificateRoom';
import { targetsOf, type Command } from './command';

const TITLE = 'Upload Signing Certificate';
const UPLOAD = 'Upload';

/**
 * 1. Asks for the user and a certificate file (PEM with anything around it, or DER).
 * 2. Shows subject and validity, and stops at what AWS would refuse.
 * 3. Uploads the certificate block alone: a private key in the file is never sent.
 */
export const uploadSigningCertificate: Command = {
  id: 'iamWorkbench.uploadSigningCertificate',
  async run(services, ...args) {
    const active = await connectedAccount(services);
    if (!active) return;
    const { account } = active;
    const { prompts } = services;
    const userName =
      targetsOf(services, args, 'user')[0]?.name ??
      (await chooseUser(prompts, account, { title: TITLE, placeholder: 'User' }));
    if (userName === undefined) return;
    if (!(await hasRoomForCertificate(services, account, userName))) return;
    const file = await prompts.openFile({
      title: TITLE,
      openLabel: UPLOAD,
      filters: { Certificates: ['pem', 'crt', 'cer', 'der'], 'All files': ['*'] },
    });
    if (!file) return;
    const certificate = readCertificateFile(await vscode.workspace.fs.readFile(file));
    if (!(await confirmed(services, userName, certificate))) return;
    const { id } = await account.uploadSigningCertificate(userName, certificate.pem);
    await prompts.inform(`Uploaded signing certificate ${id} for ${userName}.`);
  },
};

async function confirmed(
  { prompts }: Services,
  userName: string,
  { subject, notBefore, notAfter, problems, notes }: CertificateFile,
): Promise<boolean> {
  if (problems.length > 0) {
    await prompts.error(`AWS would refuse this certificate. ${problems.join(' ')}`);
    return false;
  }
  const validity = `Valid from ${notBefore.toLocaleString()} to ${notAfter.toLocaleString()}.`;
  const chosen = await prompts.confirm({
    message: `Upload the certificate of ${subject} for ${userName}?`,
    detail: [validity, ...notes].join('\n'),
    actions: [UPLOAD],
  });
  return chosen === UPLOAD;
}
