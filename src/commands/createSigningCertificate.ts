import { rm } from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Account } from '../iam/account';
import { createCertificate, type NewCertificate } from '../iam/certificate';
import { createPrivateFile } from '../iam/privateFile';
import { askCertificate } from '../ui/askCertificate';
import { chooseUser } from '../ui/chooseEntity';
import { connectedAccount } from '../ui/connected';
import { hasRoomForCertificate } from './certificateRoom';
import { targetsOf, type Command } from './command';

const TITLE = 'Create Signing Certificate';
const SHOW = 'Show Files';

/**
 * 1. Asks for the user, the key's length, validity, folder and passphrase.
 * 2. Makes key and certificate here, and writes both files before anything is sent.
 * 3. Uploads the certificate. When AWS refuses it, the two new files are removed again.
 */
export const createSigningCertificate: Command = {
  id: 'iamWorkbench.createSigningCertificate',
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
    const answers = await askCertificate(prompts, `${TITLE} for ${userName}`);
    if (!answers) return;
    const id = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: `Creating a certificate…` },
      async () => {
        const { keyLength, validityDays, passphrase, folder } = answers;
        const commonName = userName.slice(0, 64);
        const made = await createCertificate({ commonName, keyLength, validityDays, passphrase });
        return saveAndUpload(account, userName, folder, made);
      },
    );
    const message = `Created signing certificate ${id} for ${userName}. Key and certificate are in ${answers.folder}.`;
    if ((await prompts.inform(message, SHOW)) === SHOW) {
      const file = vscode.Uri.file(path.join(answers.folder, `${userName}-cert.pem`));
      await vscode.commands.executeCommand('revealFileInOS', file);
    }
  },
};

async function saveAndUpload(
  account: Account,
  userName: string,
  folder: string,
  made: NewCertificate,
): Promise<string> {
  const files: string[] = [];
  const save = async (name: string, content: string): Promise<void> => {
    const file = path.join(folder, name);
    await createPrivateFile(file, content);
    files.push(file);
  };
  try {
    await save(`${userName}-key.pem`, made.privateKeyPem);
    await save(`${userName}-cert.pem`, made.certificatePem);
    return (await account.uploadSigningCertificate(userName, made.certificatePem)).id;
  } catch (error) {
    for (const file of files) await rm(file, { force: true });
    throw error;
  }
}
