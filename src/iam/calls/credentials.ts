import type { CallOptions } from '../account';
import type { IamError } from '../errors';
import type { AccessKey, SigningCertificate, UserCredentials } from '../model';
import type { Mutation } from '../state/accountState';
import { listAccessKeys } from './accessKeys';
import { failedFor, type AccountContext } from './context';
import { loadHolder } from './holders';
import { listSigningCertificates } from './signingCertificates';

/** Changes what is known of a user's credentials; nothing happens when nothing is known. */
export function changeCredentials(
  userName: string,
  change: (known: UserCredentials) => UserCredentials,
): Mutation {
  return ({ credentials }) => {
    const known = credentials.get(userName.toLowerCase());
    if (known) credentials.set(userName.toLowerCase(), change(known));
  };
}

/** The list with a thing added unless it is there: what is there was read from AWS and may be newer. */
export function withItem<T extends AccessKey | SigningCertificate>(items: T[], item: T): T[] {
  return items.some(({ id }) => id === item.id) ? items : [...items, item];
}

/** Whether the user has a console password. */
export async function hasLoginProfile(
  { client }: AccountContext,
  userName: string,
  options: CallOptions,
): Promise<boolean> {
  try {
    await client.call('GetLoginProfile', { UserName: userName }, options);
    return true;
  } catch (error) {
    if (failedFor(error, 'notFound')) return false;
    throw error;
  }
}

/** A part that is denied, or unknown to the endpoint, does not keep the others from being shown. */
async function tolerated<T>(part: Promise<T>, failures: IamError[]): Promise<T | undefined> {
  try {
    return await part;
  } catch (error) {
    if (!failedFor(error, 'accessDenied', 'unsupported')) throw error;
    failures.push(error);
    return undefined;
  }
}

/**
 * Asks for a user's keys with last use, certificates and console password at the same time, and for
 * policies and groups where the list of users did not give them.
 */
export async function loadCredentials(
  context: AccountContext,
  userName: string,
  options: CallOptions = {},
): Promise<UserCredentials> {
  const asked = context.clock.now();
  const failures: IamError[] = [];
  const holder = { kind: 'user', name: userName } as const;
  const [accessKeys, certificates, login] = await Promise.all([
    tolerated(listAccessKeys(context, userName, options), failures),
    tolerated(listSigningCertificates(context, userName, options), failures),
    tolerated(hasLoginProfile(context, userName, options), failures),
    tolerated(loadHolder(context, holder, options), failures),
  ]);
  const loaded: UserCredentials = {
    accessKeys: accessKeys ?? [],
    certificates: certificates ?? [],
    ...(login === undefined ? {} : { hasLoginProfile: login }),
    ...(failures.length > 0 ? { failures } : {}),
  };
  const { things } = context.state;
  things.credentials.set(userName.toLowerCase(), loaded);
  context.state.replay(asked);
  context.state.fire({ kind: 'credentials', userName });
  return things.credentials.get(userName.toLowerCase()) ?? loaded;
}
