import {
  KEY_LENGTHS,
  passphraseProblem,
  validityProblem,
  type KeyLength,
} from '../iam/certificate';
import { checkFolderWritable } from '../iam/privateFile';
import { BACK, type Prompter } from './prompts';

export interface CertificateAnswers {
  keyLength: KeyLength;
  validityDays: number;
  /** Where key and certificate are saved. */
  folder: string;
  passphrase?: string;
}

/** Asks for all that a new certificate needs; undefined when the person leaves. */
export async function askCertificate(
  prompts: Prompter,
  title: string,
): Promise<CertificateAnswers | undefined> {
  const keyLength = await prompts.pick({
    title,
    placeholder: 'Length of the RSA key',
    choices: KEY_LENGTHS.map((length) => ({
      label: `RSA ${length.toLocaleString('en-US').replace(',', '')}`,
      description: length === KEY_LENGTHS[0] ? 'fits every tool' : undefined,
      value: length,
    })),
  });
  if (keyLength === undefined || keyLength === BACK) return undefined;
  const validity = await prompts.text({
    title,
    prompt: 'Days that the certificate is valid',
    value: '365',
    validate: validityProblem,
  });
  if (typeof validity !== 'string') return undefined;
  const passphrase = await askPassphrase(prompts, title);
  if (passphrase === undefined) return undefined;
  const folder = await prompts.openFolder({ title, openLabel: 'Save Key and Certificate Here' });
  if (!folder) return undefined;
  await checkFolderWritable(folder.fsPath);
  return {
    keyLength,
    validityDays: Number(validity),
    folder: folder.fsPath,
    ...(passphrase === '' ? {} : { passphrase }),
  };
}

/** The passphrase, empty for none; undefined when the person leaves. */
async function askPassphrase(prompts: Prompter, title: string): Promise<string | undefined> {
  const wanted = await prompts.pick({
    title,
    placeholder: 'Protect the private key with a passphrase?',
    choices: [
      { label: 'With a passphrase', detail: 'The key file is encrypted (AES-256).', value: true },
      {
        label: 'Without one',
        detail: 'For tools that cannot ask. Only you can read it.',
        value: false,
      },
    ],
  });
  if (typeof wanted !== 'boolean') return undefined;
  if (!wanted) return '';
  const first = await prompts.text({
    title,
    prompt: 'Passphrase',
    password: true,
    validate: passphraseProblem,
  });
  if (typeof first !== 'string') return undefined;
  const again = await prompts.text({
    title,
    prompt: 'The same passphrase once more',
    password: true,
    validate: (text) => (text === first ? undefined : 'The two do not match.'),
  });
  return typeof again === 'string' ? again : undefined;
}
