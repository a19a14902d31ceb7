import type { ServiceError } from './errors';
import type { Result } from './operation';
import type { SandboxResponse } from './sandbox';
import { escapeXml, writeXml } from './xml';

/** @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export function successResponse(
  action: string,
  namespace: string,
  result: Result | undefined,
  requestId: string,
): SandboxResponse {
  const content = result === undefined ? '' : writeXml({ [`${action}Result`]: result });
  const metadata = writeXml({ ResponseMetadata: { RequestId: requestId } });
  const body = `<${action}Response xmlns="${namespace}">${content}${metadata}</${action}Response>`;
  return xmlResponse(200, body, requestId);
}

export function errorResponse(
  error: ServiceError,
  namespace: string,
  requestId: string,
): SandboxResponse {
  const content = writeXml({
    Error: {
      Type: error.status < 500 ? 'Sender' : 'Receiver',
      Code: error.code,
      Message: error.message,
    },
    RequestId: requestId,
  });
  const body = `<ErrorResponse xmlns="${escapeXml(namespace)}">${content}</ErrorResponse>`;
  return xmlResponse(error.status, body, requestId);
}

/** What a proxy or a sign-in page of a network answers in place of IAM. */
export function htmlResponse(status: number): SandboxResponse {
  const body =
    '<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>';
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

function xmlResponse(status: number, body: string, requestId: string): SandboxResponse {
  return { status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body };
}
