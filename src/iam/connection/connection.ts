import { IamError } from '../errors';
import type { S3Access } from '../buckets';
import { checkEndpoint, configuredEndpoints, s3Access } from './endpoint';
import { partitionOf } from './partition';
import { readSharedFiles, type Environment, type Settings, type SharedFiles } from './sharedFiles';

/** How an account is reached. The id is stable and holds no secret: it is kept in workspace state. */
export type Connection =
  | { kind: 'practice'; id: 'practice' }
  | { kind: 'profile'; id: string; profile: string }
  | { kind: 'environment'; id: 'environment' };

/** A connection with all that is known before the first call. */
export interface ResolvedConnection {
  connection: Connection;
  /** "practice account", "prod": for the status bar. */
  label: string;
  /** Set when the endpoint is not AWS's own. */
  endpoint?: string;
  /** The same for STS. */
  stsEndpoint?: string;
  /** How S3 is reached for the list of buckets; absent where it is not asked. */
  s3?: S3Access;
  /** Set when a person may be asked something before the first call: the code of an MFA device. */
  asksForCode?: true;
  /** The same for IAM Access Analyzer, with the Region that it is asked in. */
  analyzer?: { region: string; endpoint?: string };
  partition: string;
  region: string;
  readOnly: boolean;
  useFipsEndpoint?: boolean;
}

/** What the settings say of one connection. */
export interface ConnectionSettings {
  readOnly: boolean;
  /** Allows an http endpoint that is not on this computer. */
  allowPlainHttp?: boolean;
}

/** Names a profile of the shared files as a connection. */
export function profileConnection(profile: string): Connection {
  return { kind: 'profile', id: `profile:${profile}`, profile };
}

/** What the list of connections shows of a profile, without reading a secret. */
export interface ProfileSummary {
  name: string;
  region?: string;
  /** How it gets its credentials, in AWS's words. */
  source:
    | 'access key'
    | 'role'
    | 'IAM Identity Center'
    | 'process'
    | 'web identity'
    | 'console sign-in'
    | 'none';
  endpoint?: string;
}

const SOURCES: readonly [setting: string, source: ProfileSummary['source']][] = [
  ['role_arn', 'role'],
  ['aws_access_key_id', 'access key'],
  ['credential_process', 'process'],
  ['sso_session', 'IAM Identity Center'],
  ['sso_start_url', 'IAM Identity Center'],
  ['login_session', 'console sign-in'],
];

function sourceOf({ values }: Settings): ProfileSummary['source'] {
  if (values.has('web_identity_token_file')) return 'web identity';
  return SOURCES.find(([setting]) => values.has(setting))?.[1] ?? 'none';
}

/**
 * The profiles of both shared files, by name.
 * @throws IamError `fileFault` when a file is there and cannot be read.
 */
export async function listProfiles(
  environment: Environment = process.env,
): Promise<ProfileSummary[]> {
  const files = await readSharedFiles(environment);
  const summaries = [...files.profiles].map(([name, profile]) => ({
    name,
    region: profile.values.get('region'),
    source: sourceOf(profile),
    endpoint: configuredEndpoints(environment, files, profile).iam,
  }));
  return summaries.sort((left, right) => left.name.localeCompare(right.name));
}

/** True when the environment names credentials, so that it is worth offering as a connection. */
export function environmentHasCredentials(environment: Environment = process.env): boolean {
  return [
    'AWS_ACCESS_KEY_ID',
    'AWS_PROFILE',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  ].some((name) => environment[name]);
}

const PRACTICE = { label: 'practice account', partition: 'aws', region: 'us-east-1' };

function profileOf(connection: Connection, environment: Environment): string | undefined {
  if (connection.kind === 'profile') return connection.profile;
  return environment['AWS_PROFILE'] || 'default';
}

/** A profile's own region comes first: it says to which partition its credentials belong. */
function regionOf(
  connection: Connection,
  profile: Settings | undefined,
  environment: Environment,
): string | undefined {
  const own = profile?.values.get('region');
  const variable = environment['AWS_REGION'] || environment['AWS_DEFAULT_REGION'];
  return connection.kind === 'profile' ? own || variable : variable || own;
}

/** IAM Access Analyzer is regional: the connection's own Region, else that of IAM's endpoint. */
function analyzerOf(
  region: string | undefined,
  iamRegion: string,
  endpoint: string | undefined,
): { region: string; endpoint?: string } {
  // Some people name the pseudo-Region of global services.
  const own = region === undefined || /-global$/.test(region) ? iamRegion : region;
  return { region: own, ...(endpoint === undefined ? {} : { endpoint }) };
}

function usesFips(profile: Settings | undefined, environment: Environment): boolean {
  const configured =
    environment['AWS_USE_FIPS_ENDPOINT'] ?? profile?.values.get('use_fips_endpoint');
  return configured?.toLowerCase() === 'true';
}

/** Whether a profile, or one that it takes its credentials from, is used with an MFA device. */
function asksForCode(profile: Settings | undefined, { profiles }: SharedFiles): boolean {
  const seen = new Set<Settings>();
  for (let each = profile; each && !seen.has(each);) {
    if (each.values.has('mfa_serial')) return true;
    seen.add(each);
    each = profiles.get(each.values.get('source_profile') ?? '');
  }
  return false;
}

function missing(profile: string, configFile: string, credentialsFile: string): IamError {
  return new IamError('noCredentials', `There is no profile "${profile}".`, {
    advice: `Add it to ${credentialsFile} or ${configFile}, or choose another connection.`,
  });
}

/**
 * Reads what a connection stands for now, without a secret and without a call.
 *
 * @throws IamError `noCredentials` when the profile is not there, `invalidInput` for an endpoint
 * that calls must not be sent to, `fileFault` when a file is there and cannot be read.
 */
export async function resolveConnection(
  connection: Connection,
  settings: ConnectionSettings,
  environment: Environment = process.env,
): Promise<ResolvedConnection> {
  const { readOnly, allowPlainHttp = false } = settings;
  if (connection.kind === 'practice') return { connection, readOnly, ...PRACTICE };
  const files = await readSharedFiles(environment);
  const name = profileOf(connection, environment);
  const profile = files.profiles.get(name ?? '');
  if (connection.kind === 'profile' && !profile) {
    throw missing(connection.profile, files.configFile, files.credentialsFile);
  }
  const endpoints = configuredEndpoints(environment, files, profile);
  const { iam, sts, analyzer } = endpoints;
  const region = regionOf(connection, profile, environment);
  const partition = partitionOf(region);
  const checked = (endpoint: string | undefined) =>
    endpoint === undefined ? undefined : checkEndpoint(endpoint, allowPlainHttp);
  return {
    connection,
    label: connection.kind === 'profile' ? connection.profile : 'environment',
    endpoint: checked(iam),
    stsEndpoint: checked(sts),
    analyzer: analyzerOf(region, partition.iamRegion, checked(analyzer)),
    s3: s3Access(endpoints, allowPlainHttp),
    ...(asksForCode(profile, files) ? { asksForCode: true } : {}),
    partition: partition.id,
    region: partition.iamRegion,
    readOnly,
    useFipsEndpoint: usesFips(profile, environment),
  };
}
