import type { Account } from './account';
import { ServiceError } from './errors';
import type { UserState } from './state';

/** Who makes a call. */
export interface Caller {
  /** Undefined: the root user. */
  user: UserState | undefined;
}

/** What the Authorization header tells; the signature itself is not looked at. */
export interface CredentialScope {
  accessKeyId: string;
  region: string;
  service: string;
}

/** A use within this many milliseconds of the last one is not written down again. */
const LAST_USED_GRAIN = 60_000;

/**
 * Reads `Credential=AKIA…/20261125/us-east-1/iam/aws4_request`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export function readCredentialScope(
  authorization: string | undefined,
): CredentialScope | undefined {
  const match = /Credential=(\w{1,128})\/\d*\/([\w-]{1,64})\/([\w-]{1,64})\//.exec(
    authorization ?? '',
  );
  if (!match) return undefined;
  const [, accessKeyId = '', region = '', service = ''] = match;
  return { accessKeyId, region, service };
}

/**
 * Who calls: the owner of the access key; the root user when the account does not know the key (so
 * that a client with any credentials works). A key that is inactive, or made less than
 * `keyPropagation` milliseconds ago, is refused as AWS refuses it.
 */
export function identify(
  account: Account,
  scope: CredentialScope | undefined,
  now: Date,
  keyPropagation: number,
): Caller {
  const owner = scope && account.findKey(scope.accessKeyId);
  if (!owner) {
    if (scope && account.state.deletedKeys.includes(scope.accessKeyId)) throw invalidToken();
    return { user: undefined };
  }
  const age = now.getTime() - Date.parse(owner.key.created);
  if (owner.key.status !== 'Active' || age < keyPropagation) throw invalidToken();
  return { user: owner.user };
}

/** Whether the key's last use is to be written down: not for every call, for that would be a write each. */
export function usesKey(account: Account, scope: CredentialScope | undefined, now: Date): boolean {
  const last = scope && account.findKey(scope.accessKeyId)?.key.lastUsed;
  if (!scope || !account.findKey(scope.accessKeyId)) return false;
  return (
    !last ||
    last.service !== scope.service ||
    last.region !== scope.region ||
    now.getTime() - Date.parse(last.date) >= LAST_USED_GRAIN
  );
}

export function noteUse(account: Account, scope: CredentialScope, now: Date): void {
  const owner = account.findKey(scope.accessKeyId);
  if (!owner) return;
  owner.key.lastUsed = { date: now.toISOString(), service: scope.service, region: scope.region };
}

function invalidToken(): ServiceError {
  return new ServiceError(
    403,
    'InvalidClientTokenId',
    'The security token included in the request is invalid.',
  );
}
