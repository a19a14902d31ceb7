import type { Account } from '../account';
import { AccountModel } from '../accountModel';
import { IamClient, type CallLog } from '../client';
import type { Clock } from '../clock';
import { IamError } from '../errors';
import type { Credentials, RequestHandler } from '../sdk';
import type { ResolvedConnection } from './connection';
import { sharedFilePaths, type Environment } from './sharedFiles';
import { watchFiles } from './watchFiles';

export interface AccountDependencies {
  /** Answers the calls of the practice account; asked for with its first call. */
  practiceRequestHandler?: () => Promise<RequestHandler>;
  /** Told of every attempt: never of inputs or answers. */
  log?: (entry: CallLog) => void;
  /** Asks for the code of an MFA device; undefined when the person gives none. */
  askMfaCode?: (serialNumber: string) => Promise<string | undefined>;
  environment?: Environment;
  clock?: Clock;
}

/** The practice account tells callers apart by the key's id and looks at nothing else. */
const PRACTICE_CREDENTIALS: Credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'practice',
};

async function readCredentials(
  resolved: ResolvedConnection,
  dependencies: AccountDependencies,
): Promise<Credentials> {
  if (resolved.connection.kind === 'practice') return PRACTICE_CREDENTIALS;
  const sdk = await import('../sdk');
  return sdk.readCredentials({
    resolved,
    environment: dependencies.environment ?? process.env,
    askMfaCode: dependencies.askMfaCode ?? (() => Promise.resolve(undefined)),
  });
}

/** Other credentials files: the endpoint and region of a connection are read when it is resolved. */
function watchCredentials(client: IamClient, environment: Environment): { dispose(): void } {
  const { config, credentials } = sharedFilePaths(environment);
  return watchFiles([config, credentials], () => client.renew());
}

/**
 * Opens the account behind a connection. Nothing is called or loaded before it is asked for
 * something. Credentials are read with the first call, and anew when they expire, are refused, or
 * their files change.
 *
 * @throws IamError `invalidInput` for a practice account without its request handler.
 */
export function createAccount(
  resolved: ResolvedConnection,
  dependencies: AccountDependencies,
): Account {
  const practice = resolved.connection.kind === 'practice';
  if (practice && !dependencies.practiceRequestHandler) {
    throw new IamError('invalidInput', 'The practice account is not available here.');
  }
  const client = new IamClient({
    region: resolved.region,
    endpoint: resolved.endpoint,
    stsEndpoint: resolved.stsEndpoint,
    s3: resolved.s3,
    analyzer: resolved.analyzer,
    useFipsEndpoint: resolved.useFipsEndpoint,
    readOnly: resolved.readOnly,
    readCredentials: () => readCredentials(resolved, dependencies),
    requestHandler: practice ? dependencies.practiceRequestHandler : undefined,
    log: dependencies.log,
    clock: dependencies.clock,
  });
  const account = new AccountModel(client, dependencies.clock);
  if (practice) return account;
  const watch = watchCredentials(client, dependencies.environment ?? process.env);
  const disposeAccount = account.dispose.bind(account);
  account.dispose = () => {
    watch.dispose();
    disposeAccount();
  };
  return account;
}
