import { IamError } from '../errors';
import type { Environment, Settings, SharedFiles } from './sharedFiles';

/** Endpoints other than AWS's own; absent where AWS's own are used. */
export interface Endpoints {
  iam?: string;
  sts?: string;
  s3?: string;
  analyzer?: string;
}

function isTrue(text: string | undefined): boolean {
  return text?.toLowerCase() === 'true';
}

function ignored(environment: Environment, profile: Settings | undefined): boolean {
  const variable = environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'];
  return isTrue(variable ?? profile?.values.get('ignore_configured_endpoint_urls'));
}

function endpointOf(
  service: 'iam' | 'sts' | 's3' | 'accessanalyzer',
  environment: Environment,
  files: SharedFiles,
  profile: Settings | undefined,
): string | undefined {
  const section = files.services.get(profile?.values.get('services') ?? '');
  return (
    environment[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ||
    environment['AWS_ENDPOINT_URL'] ||
    section?.nested.get(service)?.['endpoint_url'] ||
    profile?.values.get('endpoint_url') ||
    undefined
  );
}

/**
 * The endpoints that a profile is configured for, in AWS's order: the variable of the service, the
 * general variable, the profile's `services` section, the profile's `endpoint_url`. The SDK reads
 * the files of AWS_PROFILE only, so a profile meant for an emulator would change the real account.
 * Where IAM's endpoint alone is set it serves STS and Access Analyzer as well, so that an emulator's credentials are
 * never sent to AWS.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function configuredEndpoints(
  environment: Environment,
  files: SharedFiles,
  profile: Settings | undefined,
): Endpoints {
  if (ignored(environment, profile)) return {};
  const iam = endpointOf('iam', environment, files, profile);
  return {
    iam,
    sts: endpointOf('sts', environment, files, profile) ?? iam,
    s3: endpointOf('s3', environment, files, profile),
    analyzer: endpointOf('accessanalyzer', environment, files, profile) ?? iam,
  };
}

/**
 * How S3 is reached; undefined where it is not: an emulator of IAM says nothing of S3, and its
 * credentials are not for AWS. An address that calls must not be sent to keeps nobody from IAM.
 */
export function s3Access(
  { iam, s3 }: Endpoints,
  allowPlainHttp: boolean,
): { endpoint?: string } | undefined {
  if (s3 === undefined) return iam === undefined ? {} : undefined;
  try {
    return { endpoint: checkEndpoint(s3, allowPlainHttp) };
  } catch {
    return undefined;
  }
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(host);
}

/**
 * The endpoint as given, when calls may be sent there.
 *
 * @throws IamError `invalidInput` for what is no http(s) address, holds a password, or would send
 * calls unencrypted over a network.
 */
export function checkEndpoint(endpoint: string, allowPlainHttp: boolean): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new IamError(
      'invalidInput',
      'The endpoint of this connection is no http or https address.',
      {
        advice: 'Correct endpoint_url in the AWS config file, or the AWS_ENDPOINT_URL variables.',
      },
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new IamError(
      'invalidInput',
      'The endpoint of this connection holds a user name or password.',
      {
        advice: 'Take them out of endpoint_url.',
      },
    );
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !allowPlainHttp) {
    throw new IamError(
      'invalidInput',
      `The endpoint ${url.origin} is not encrypted, so secrets could be read on the way.`,
      { advice: 'Use https, or allow unencrypted endpoints in the settings.' },
    );
  }
  return endpoint;
}
