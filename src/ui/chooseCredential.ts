import type { Account } from '../iam/account';
import type { AccessKey, SigningCertificate, UserCredentials } from '../iam/model';
import { chooseUser } from './chooseEntity';
import type { Choice, Prompter } from './prompts';

type Credential = AccessKey | SigningCertificate;

interface Question<T extends Credential> {
  title: string;
  listed: (credentials: UserCredentials) => T[];
  offered: (credential: T) => boolean;
  /** "access key", for what is said when there is none. */
  noun: string;
}

/** Asks for a user and then for one of its keys or certificates. */
export async function chooseCredential<T extends Credential>(
  prompts: Prompter,
  account: Account,
  { title, listed, offered, noun }: Question<T>,
): Promise<T | undefined> {
  const userName = await chooseUser(prompts, account, { title, placeholder: 'User' });
  if (userName === undefined) return undefined;
  const found = listed(await account.loadCredentials(userName)).filter(offered);
  if (found.length === 0) {
    await prompts.inform(`${userName} has no ${noun} for that.`);
    return undefined;
  }
  const choices = found.map((credential) => choiceOf(credential));
  const answer = await prompts.pick({ title: `${title} of ${userName}`, choices });
  return typeof answer === 'object' ? answer : undefined;
}

function choiceOf<T extends Credential>(credential: T): Choice<T> {
  const since = credential.kind === 'accessKey' ? credential.created : credential.uploaded;
  return {
    label: credential.id,
    description: `${credential.status.toLowerCase()} · since ${since.toLocaleDateString()}`,
    icon: credential.kind === 'accessKey' ? 'key' : 'verified',
    value: credential,
  };
}
