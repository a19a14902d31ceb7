import type { Account } from '../account';
import { createCertificate } from '../certificate';
import { IamError } from '../errors';
import { textOf } from '../json';
import { lookAgain, type Wait } from '../lookAgain';
import { checkFolderWritable } from '../privateFile';
import type { ProbeResult, Step, StepContext } from '../transactionStep';
import { unlessGone } from '../unlessGone';
import { fileStep } from './fileStep';
import { certificateFiles, type CertificateSettings, type ServiceAccountInput } from './input';

/** First of all steps, so that a certificate is never uploaded whose key cannot be kept. */
export function folderStep(folder: string): Step {
  return {
    id: 'checkFolder',
    title: 'Check that the folder for key and certificate can be written',
    call: { object: folder },
    run: async () => {
      await checkFolderWritable(folder);
      return null;
    },
  };
}

/** Private key to disk, then the upload, then the certificate file. */
export function certificateSteps(
  input: ServiceAccountInput,
  settings: CertificateSettings,
  account: Account,
  options: { passphrase?: string; wait?: Wait },
): Step[] {
  const files = certificateFiles(input);
  return [
    fileStep({
      id: 'privateKey',
      title: `Make an RSA key pair of ${settings.keyLength} bits and keep the private key`,
      file: files.key,
      content: (context) => makeKey(input, settings, options.passphrase, context),
    }),
    uploadStep(input.userName, account, options.wait),
    fileStep({
      id: 'certificateFile',
      title: 'Write the certificate',
      file: files.certificate,
      content: (context) => Promise.resolve({ text: certificateOf(context), journal: {} }),
    }),
  ];
}

async function makeKey(
  input: ServiceAccountInput,
  settings: CertificateSettings,
  passphrase: string | undefined,
  context: StepContext,
): Promise<{ text: string; journal: { certificatePem: string } }> {
  if (settings.encrypted && passphrase === undefined) {
    throw new IamError('invalidInput', 'The passphrase of the private key is needed again.');
  }
  context.note('Making the key pair…');
  const made = await createCertificate({
    commonName: input.userName,
    keyLength: settings.keyLength,
    validityDays: settings.validityDays,
    passphrase: settings.encrypted ? passphrase : undefined,
  });
  context.note('');
  return { text: made.privateKeyPem, journal: { certificatePem: made.certificatePem } };
}

function certificateOf({ made }: StepContext): string {
  const pem = textOf(made('privateKey'), 'certificatePem');
  if (pem === undefined) {
    throw new IamError('unknown', 'The journal of this run does not hold the certificate.');
  }
  return pem;
}

function uploadStep(userName: string, account: Account, wait?: Wait): Step {
  return {
    id: 'uploadCertificate',
    title: `Upload the certificate for user ${userName}`,
    call: { operation: 'UploadSigningCertificate', object: `user ${userName}` },
    run: async (context) => {
      const pem = certificateOf(context);
      return { id: (await account.uploadSigningCertificate(userName, pem)).id };
    },
    probe: (context) => probeUpload(userName, account, context, wait),
    undo: (made) =>
      unlessGone(account.deleteSigningCertificate(userName, textOf(made, 'id') ?? '')),
  };
}

/** A certificate is unique in its account, so one with this body is the one that was sent. */
async function probeUpload(
  userName: string,
  account: Account,
  context: StepContext,
  wait?: Wait,
): Promise<ProbeResult> {
  context.note('The answer was lost. Looking whether it was uploaded…');
  const body = bare(certificateOf(context));
  const found = await lookAgain(
    async () => {
      const there = await account.listSigningCertificates(userName, { signal: context.signal });
      return there.find((certificate) => bare(certificate.body) === body);
    },
    context.signal,
    wait,
  );
  return found ? { state: 'made', made: { id: found.id }, usable: true } : { state: 'notSeen' };
}

function bare(pem: string): string {
  return pem.replace(/-----[A-Z ]+-----|\s/g, '');
}
