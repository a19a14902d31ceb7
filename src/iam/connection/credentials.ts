/** Part of the SDK's bundle: how a connection comes by its credentials. */
import {
  getDefaultRoleAssumer,
  getDefaultRoleAssumerWithWebIdentity,
  GetSessionTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import {
  fromHttp,
  fromIni,
  fromInstanceMetadata,
  fromTokenFile,
} from '@aws-sdk/credential-providers';
import type { AwsCredentialIdentity } from '@smithy/types';
import { cancelled } from '../cancellation';
import { IamError, isIamError } from '../errors';
import { toIamError } from '../client/sdkErrors';
import type { ResolvedConnection } from './connection';
import { readSharedFiles, type Environment, type Settings, type SharedFiles } from './sharedFiles';

/** Asks for the code of an MFA device; undefined when the person gives none. */
export type AskMfaCode = (serialNumber: string) => Promise<string | undefined>;

export interface CredentialsRequest {
  resolved: ResolvedConnection;
  environment: Environment;
  askMfaCode: AskMfaCode;
}

function stsConfig({ resolved }: CredentialsRequest) {
  return {
    region: resolved.region,
    endpoint: resolved.stsEndpoint,
    useFipsEndpoint: resolved.useFipsEndpoint ?? false,
    ignoreConfiguredEndpointUrls: true,
  };
}

async function mfaCode(request: CredentialsRequest, serialNumber: string): Promise<string> {
  const code = (await request.askMfaCode(serialNumber))?.replace(/\s/g, '');
  if (!code) throw cancelled('GetSessionToken');
  return code;
}

function keyOf(values: ReadonlyMap<string, string>): AwsCredentialIdentity | undefined {
  const accessKeyId = values.get('aws_access_key_id');
  const secretAccessKey = values.get('aws_secret_access_key');
  const sessionToken = values.get('aws_session_token') || undefined;
  return accessKeyId && secretAccessKey
    ? { accessKeyId, secretAccessKey, sessionToken }
    : undefined;
}

/** The SDK asks for a code only when a role is assumed: for a plain key with a device we do. */
async function withSessionToken(
  request: CredentialsRequest,
  key: AwsCredentialIdentity,
  serialNumber: string,
): Promise<AwsCredentialIdentity> {
  const code = await mfaCode(request, serialNumber);
  const sts = new STSClient({ ...stsConfig(request), credentials: key });
  try {
    const input = { SerialNumber: serialNumber, TokenCode: code };
    const { Credentials: session } = await sts.send(new GetSessionTokenCommand(input));
    if (!session?.AccessKeyId || !session.SecretAccessKey) {
      throw new IamError('notIam', 'STS answered without credentials.');
    }
    return {
      accessKeyId: session.AccessKeyId,
      secretAccessKey: session.SecretAccessKey,
      sessionToken: session.SessionToken,
      expiration: session.Expiration,
    };
  } catch (error) {
    throw toIamError(error, { operation: 'GetSessionToken', secrets: [code] });
  } finally {
    sts.destroy();
  }
}

/** The SDK finds no profile with a space in its name; we and the AWS CLI do. */
function unreadable(known: IamError, name: string): IamError {
  if (!/\s/.test(name)) return known;
  return new IamError(known.reason, known.message, {
    ...known.details,
    advice: 'Give the profile a name without spaces: the AWS SDK does not find it otherwise.',
  });
}

/** The output and the command line of a process may hold a secret, and so may the SDK's words on it. */
function profileError(error: unknown, name: string, profile: Settings): IamError {
  const known = toIamError(error, { operation: 'AssumeRole' });
  if (isIamError(error) || known.reason === 'accessDenied') return known;
  if (profile.values.has('credential_process')) {
    return new IamError('noCredentials', `The credential_process of profile "${name}" failed.`, {
      advice: 'Run its command in a terminal and look at what it prints.',
    });
  }
  if (known.reason === 'noCredentials') return unreadable(known, name);
  if (known.reason !== 'expired') return known;
  const command = profile.values.has('login_session') ? 'aws login' : 'aws sso login';
  return new IamError('expired', `The session of profile "${name}" has expired.`, {
    ...known.details,
    advice: `Run "${command} --profile ${/\s/.test(name) ? `'${name}'` : name}", then try again.`,
  });
}

async function fromProfile(
  request: CredentialsRequest,
  files: SharedFiles,
  name: string,
): Promise<AwsCredentialIdentity> {
  const profile = files.profiles.get(name);
  if (!profile) throw new IamError('noCredentials', `There is no profile "${name}".`);
  const key = profile.values.has('role_arn') ? undefined : keyOf(profile.values);
  const serialNumber = profile.values.get('mfa_serial');
  if (key && serialNumber && !key.sessionToken) return withSessionToken(request, key, serialNumber);
  if (key) return key;
  const config = stsConfig(request);
  try {
    return await fromIni({
      profile: name,
      filepath: files.credentialsFile,
      configFilepath: files.configFile,
      ignoreCache: true,
      mfaCodeProvider: (serial) => mfaCode(request, serial),
      roleAssumer: getDefaultRoleAssumer(config),
      roleAssumerWithWebIdentity: getDefaultRoleAssumerWithWebIdentity(config),
    })();
  } catch (error) {
    throw profileError(error, name, profile);
  }
}

const METADATA_MILLISECONDS = 1000;

/** In the order of the SDKs: key, web identity, profile, container, instance. */
async function fromEnvironment(
  request: CredentialsRequest,
  files: SharedFiles,
): Promise<AwsCredentialIdentity> {
  const { environment } = request;
  const key = keyOf(
    new Map(
      Object.entries(environment)
        .filter((pair): pair is [string, string] => pair[1] !== undefined)
        .map(([name, value]) => [name.toLowerCase(), value]),
    ),
  );
  if (key && !environment['AWS_PROFILE']) return key;
  if (environment['AWS_PROFILE']) return fromProfile(request, files, environment['AWS_PROFILE']);
  if (environment['AWS_WEB_IDENTITY_TOKEN_FILE']) {
    const roleAssumerWithWebIdentity = getDefaultRoleAssumerWithWebIdentity(stsConfig(request));
    return fromTokenFile({ roleAssumerWithWebIdentity })();
  }
  if (files.profiles.has('default')) return fromProfile(request, files, 'default');
  const inContainer =
    environment['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'] ??
    environment['AWS_CONTAINER_CREDENTIALS_FULL_URI'];
  if (inContainer) return fromHttp()();
  return fromInstanceMetadata({ timeout: METADATA_MILLISECONDS, maxRetries: 0 })();
}

/**
 * Reads a connection's credentials anew: files, role, IAM Identity Center, process, web identity,
 * console sign-in, environment. Nothing is kept here.
 *
 * @throws IamError `noCredentials`, `expired`, `cancelled` when no MFA code is given, or what STS said.
 */
export async function readCredentials(request: CredentialsRequest): Promise<AwsCredentialIdentity> {
  const { connection } = request.resolved;
  try {
    const files = await readSharedFiles(request.environment);
    return connection.kind === 'profile'
      ? await fromProfile(request, files, connection.profile)
      : await fromEnvironment(request, files);
  } catch (error) {
    throw toIamError(error);
  }
}
