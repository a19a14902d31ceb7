import type { PolicyLanguage } from '../../policy/index';
import { ServiceError } from '../errors';
import type { SandboxRequest, SandboxResponse } from '../sandbox';
import { AnalyzerError, notSupported } from './errors';
import { pageOf } from './paging';
import { readValidatePolicy } from './validatePolicy';

const PATHS: Readonly<Record<string, string>> = {
  '/policy/validation': 'ValidatePolicy',
  '/policy/check-no-new-access': 'CheckNoNewAccess',
  '/policy/check-access-not-granted': 'CheckAccessNotGranted',
  '/policy/check-no-public-access': 'CheckNoPublicAccess',
};

/** The operations that have an answer, for documentation and tests. */
export const analyzerOperations: readonly string[] = Object.values(PATHS);

/** Where a finding comes from, so that nobody takes it for AWS's. */
const OWN_OPINION = " (The practice account's own opinion, not AWS's.)";

/** Calls of IAM Access Analyzer: told by what they are signed for, or by their path. */
export function isAnalyzerCall({ authorization, path }: SandboxRequest): boolean {
  return (
    /\/access-analyzer\/aws4_request/.test(authorization ?? '') || urlOf(path).pathname in PATHS
  );
}

/** The name of the operation that a path stands for; the path itself when it stands for none. */
export function analyzerOperation({ path }: SandboxRequest): string {
  const { pathname } = urlOf(path);
  return PATHS[pathname] ?? pathname;
}

/**
 * ValidatePolicy of IAM Access Analyzer, answered by the policy language's own checks. The custom
 * policy checks are refused: what a policy allows in every case only AWS's analysis decides.
 */
export class AnalyzerService {
  private loading: Promise<PolicyLanguage> | undefined;

  /** `catalogFile`: dist/catalog.bin. */
  constructor(private readonly catalogFile: string | undefined) {}

  /** @throws ServiceError */
  async answer(request: SandboxRequest): Promise<object> {
    const operation = analyzerOperation(request);
    if (operation !== 'ValidatePolicy') {
      throw analyzerOperations.includes(operation)
        ? notSupported(operation)
        : new ServiceError(404, 'UnknownOperationException', `There is no ${operation}.`);
    }
    const { searchParams } = urlOf(request.path);
    const input = readValidatePolicy(request.body);
    const language = await this.language();
    const findings = language.validatePolicy(input).map((finding) => ({
      ...finding,
      findingDetails: finding.findingDetails + OWN_OPINION,
    }));
    const { items, nextToken } = pageOf(findings, request.body, searchParams);
    return { findings: items, ...(nextToken === undefined ? {} : { nextToken }) };
  }

  private language(): Promise<PolicyLanguage> {
    const { catalogFile } = this;
    if (catalogFile === undefined) {
      throw new ServiceError(
        500,
        'InternalServerException',
        'The practice account was started without the catalog of services (dist/catalog.bin).',
      );
    }
    this.loading ??= import('../../policy/index').then(({ createPolicyLanguage }) =>
      createPolicyLanguage(catalogFile),
    );
    this.loading.catch(() => (this.loading = undefined));
    return this.loading;
  }
}

/** @see https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
export function analyzerSuccess(result: object, requestId: string): SandboxResponse {
  return jsonResponse(200, result, requestId, {});
}

export function analyzerRefusal(error: ServiceError, requestId: string): SandboxResponse {
  const extra = error instanceof AnalyzerError ? error.extra : {};
  const headers = { 'x-amzn-errortype': errorCode(error.code) };
  return jsonResponse(error.status, { message: error.message, ...extra }, requestId, headers);
}

/** The same failures have other names in this protocol. */
function errorCode(code: string): string {
  switch (code) {
    case 'InvalidClientTokenId':
      return 'UnrecognizedClientException';
    case 'InternalFailure':
      return 'InternalServerException';
    case 'Throttling':
      return 'ThrottlingException';
    case 'AccessDenied':
      return 'AccessDeniedException';
    default:
      return code;
  }
}

function jsonResponse(
  status: number,
  body: object,
  requestId: string,
  headers: Record<string, string>,
): SandboxResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-requestid': requestId, ...headers },
    body: JSON.stringify(body),
  };
}

function urlOf(path: string | undefined): URL {
  const base = 'http://practice.invalid';
  return URL.canParse(path ?? '/', base) ? new URL(path ?? '/', base) : new URL(base);
}
