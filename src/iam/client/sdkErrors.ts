import { IamError, isIamError } from '../errors';
import { ERROR_TABLE, QUOTA_WORDS, wireCode, type ErrorRule } from './errorTable';
import { networkFault } from './networkErrors';
import { isAnalyzerOperation } from './operationRules';
import { plainText } from './plainText';

export interface ErrorContext {
  operation?: string;
  /** Values of the call that must not be repeated in a text. */
  secrets?: readonly string[];
}

/** Thrown below the SDK's own reading when what answered is not IAM: it would take HTML for success. */
export interface NotIamAnswer extends Error {
  name: 'NotIamAnswer';
  status: number;
  location?: string;
}

interface ServiceError extends Error {
  Code?: unknown;
  RequestId?: unknown;
  $metadata?: { httpStatusCode?: number; requestId?: string };
}

type Details = IamError['details'];

function isNotIamAnswer(error: Error): error is NotIamAnswer {
  return error.name === 'NotIamAnswer' && 'status' in error;
}

function hostOf(location: string | undefined): string | undefined {
  return location !== undefined && URL.canParse(location) ? new URL(location).host : undefined;
}

function notIam(error: NotIamAnswer, details: Details): IamError {
  const host = hostOf(error.location);
  const said =
    error.status >= 300 && error.status < 400
      ? `The endpoint redirects${host ? ` to ${plainText(host)}` : ''} instead of answering.`
      : `Something other than ${serviceName(details)} answered (HTTP ${error.status}).`;
  return new IamError('notIam', said, {
    ...details,
    code: `HTTP${error.status}`,
    advice: 'Check the endpoint, the proxy and whether the network asks you to sign in.',
  });
}

function serviceName({ operation = '' }: Details): string {
  return isAnalyzerOperation(operation) ? 'IAM Access Analyzer' : 'IAM';
}

const DENIED =
  /not authorized to perform: ([\w-]+:\w+)(?: on resource: (.+?))?(?= (?:because|with)\b|$)/;

/** Follows the forms of "Troubleshoot access denied error messages" of the IAM user guide. */
function deniedBecause(text: string): string {
  const explicit = /with an explicit deny in (?:an? )?([\w -]+?policy)/.exec(text)?.[1];
  if (explicit) return ` An explicit deny in ${article(explicit)} refuses it.`;
  const missing = /because no ([\w -]+?policy) allows/.exec(text)?.[1];
  return missing ? ` No ${missing} allows it.` : '';
}

function article(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Of the operations that are not IAM's own. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  AssumeRole: 'sts:AssumeRole',
  GetSessionToken: 'sts:GetSessionToken',
  ListBuckets: 's3:ListAllMyBuckets',
};

function permissionOf(operation: string | undefined): string | undefined {
  if (operation === undefined) return undefined;
  const service = isAnalyzerOperation(operation) ? 'access-analyzer' : 'iam';
  return PERMISSIONS[operation] ?? `${service}:${operation}`;
}

function accessDenied(text: string, details: Details): IamError {
  const match = DENIED.exec(text);
  const operation = details.operation;
  const permission = match?.[1] ?? permissionOf(operation);
  const resource = match?.[2]?.trim();
  const said = permission ? `${permission} is not allowed for this connection.` : text;
  return new IamError('accessDenied', said + deniedBecause(text), {
    ...details,
    permission,
    advice: permission
      ? `Ask an administrator to allow ${permission}${resource ? ` on ${resource}` : ''}.`
      : undefined,
  });
}

/** The words for a quota that AWS names, such as "Cannot exceed quota for AccessKeysPerUser: 2". */
function quotaWords(text: string): string | undefined {
  const match = /quota for (\w+): ?([\d,]+)/.exec(text);
  const words = match?.[1] === undefined ? undefined : QUOTA_WORDS[match[1]];
  return words?.replace('{n}', match?.[2] ?? '');
}

/** SignatureDoesNotMatch is also what AWS says for a wrong clock. */
function ruleFor(code: string, text: string, status: number | undefined): ErrorRule {
  const wrongClock = /signature (?:expired|not yet current)|is now (?:earlier|later) than/i.test(
    text,
  );
  if (wrongClock) return ERROR_TABLE['RequestTimeTooSkewed'] ?? unknownRule(text);
  const rule = ERROR_TABLE[code];
  if (rule) return rule;
  if (status === 429) return { reason: 'throttled', say: 'AWS gets too many calls.' };
  if (status !== undefined && status >= 500) {
    return { reason: 'serviceFault', say: 'IAM had a fault.', advice: 'Try again later.' };
  }
  return unknownRule(text);
}

function unknownRule(text: string): ErrorRule {
  return { reason: 'unknown', say: text === '' ? 'The call failed.' : 'AWS refused the call.' };
}

function serviceError(error: ServiceError, text: string, details: Details): IamError {
  const code = wireCode(typeof error.Code === 'string' ? error.Code : error.name);
  const all = { ...details, code, awsMessage: text === '' ? undefined : text };
  const rule = ruleFor(code, text, error.$metadata?.httpStatusCode);
  if (rule.reason === 'accessDenied') return accessDenied(text, all);
  const say = (rule.reason === 'quota' && quotaWords(text)) || rule.say;
  const words = text === '' || text === 'Unknown' ? say : `${say} AWS: ${text}`;
  return new IamError(rule.reason, words, { ...all, advice: rule.advice });
}

function credentialsError(text: string, details: Details): IamError {
  if (/expired|sso login|aws login|refresh/i.test(text)) {
    return new IamError('expired', `The session has expired. ${text}`, {
      ...details,
      advice: 'Sign in again, then try again.',
    });
  }
  return new IamError('noCredentials', `There are no usable credentials. ${text}`, {
    ...details,
    advice: "Check the connection's profile in the AWS config and credentials files.",
  });
}

function isServiceError(error: Error): error is ServiceError {
  return '$fault' in error || 'Code' in error;
}

function otherError(error: Error, text: string, details: Details): IamError {
  if (error.name === 'AbortError') return new IamError('cancelled', 'Cancelled.', details);
  if (isNotIamAnswer(error)) return notIam(error, details);
  if (/^(?:CredentialsProvider|TokenProvider|Provider)Error$/.test(error.name)) {
    const network = networkFault(error);
    if (!network) return credentialsError(text, details);
  }
  if (error.message.includes('Deserialization error:')) {
    return new IamError('answerLost', 'The answer cannot be read: it is not whole.', details);
  }
  const fault = networkFault(error);
  if (fault) return new IamError(fault.reason, fault.say, { ...details, advice: fault.advice });
  return new IamError('unknown', `The call failed. ${text}`.trim(), details);
}

/**
 * Turns whatever the SDK threw into an IamError. Modelled errors carry the wire code in `Code`,
 * others in `name`. Nothing of the raw error is kept: it may hold the answer with a secret in it.
 */
export function toIamError(error: unknown, context: ErrorContext = {}): IamError {
  if (isIamError(error)) return error;
  const raw = error instanceof Error ? error : new Error(String(error));
  const text = plainText(raw.message.split('\n  Deserialization error:')[0] ?? '', context.secrets);
  const service = raw as ServiceError;
  const requestId = service.$metadata?.requestId ?? service.RequestId;
  const details: Details = {
    operation: context.operation,
    requestId: typeof requestId === 'string' ? plainText(requestId) : undefined,
  };
  return isServiceError(raw) ? serviceError(raw, text, details) : otherError(raw, text, details);
}
