import type { HttpHandlerOptions, HttpRequest, HttpResponse } from '@smithy/types';
import type { Sandbox, SandboxResponse } from './sandbox';

/** The part of the AWS SDK's request handler that its clients use. */
export interface SandboxRequestHandler {
  metadata: { handlerProtocol: string };
  handle(request: HttpRequest, options?: HttpHandlerOptions): Promise<{ response: HttpResponse }>;
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): Record<string, never>;
  destroy(): void;
}

/**
 * The sandbox as an AWS SDK client's `requestHandler`: calls never leave the process. Errors have the
 * shape of the SDK's own handler: a lost connection is Node's ECONNRESET with name TimeoutError, an
 * aborted call an AbortError.
 */
export function sandboxRequestHandler(sandbox: Sandbox): SandboxRequestHandler {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(request, options = {}) {
      const call = sandbox.handle({
        path: pathOf(request),
        body: bodyText(request.body),
        authorization: header(request.headers, 'authorization'),
      });
      const response = await unlessAborted(call, options.abortSignal as AbortSignal | undefined);
      return { response: toHttpResponse(response) };
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => undefined,
  };
}

function pathOf({ path, query }: HttpRequest): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const each of [value].flat()) search.append(name, each ?? '');
  }
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}

/** The bodies of these protocols are text. */
function bodyText(body: unknown): string {
  if (typeof body === 'string') return body;
  // Not Buffer.from: the SDK's JSON bodies warn when their valueOf is called.
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : '';
}

function header(headers: Record<string, string>, name: string): string | undefined {
  const found = Object.keys(headers).find((key) => key.toLowerCase() === name);
  return found && headers[found];
}

function toHttpResponse(response: SandboxResponse): HttpResponse {
  const body = new TextEncoder().encode(response.body);
  const headers = { ...response.headers, 'content-length': String(body.length) };
  return { statusCode: response.status, headers, body };
}

/** The call itself may go on, as one that has reached a server would. */
function unlessAborted<T>(call: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(Object.assign(new Error('Request aborted'), { name: 'AbortError' }));
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    call
      .then(resolve, (error: unknown) => reject(asTimeout(error)))
      .finally(() => signal?.removeEventListener('abort', abort));
  });
}

/** The SDK's handler calls a reset connection a TimeoutError, by which its retries know it. */
function asTimeout(error: unknown): Error {
  const failure = error instanceof Error ? error : new Error(String(error));
  const { code } = failure as NodeJS.ErrnoException;
  return code === 'ECONNRESET' ? Object.assign(failure, { name: 'TimeoutError' }) : failure;
}
