import type {
  DeserializeHandlerOptions,
  DeserializeMiddleware,
  AbsoluteLocation,
} from '@smithy/types';
import type { NotIamAnswer } from './sdkErrors';

/** The parts of an HTTP response that the SDK hands to a deserialize step. */
interface Response {
  statusCode: number;
  headers: Record<string, string>;
  body: unknown;
}

interface Stack<I extends object, O extends object> {
  add(
    middleware: DeserializeMiddleware<I, O>,
    options: DeserializeHandlerOptions & AbsoluteLocation,
  ): void;
}

/** The error for an answer that is not AWS's. */
export function notIamAnswer({
  statusCode,
  headers,
}: Pick<Response, 'statusCode' | 'headers'>): NotIamAnswer {
  return Object.assign(new Error(`HTTP ${statusCode}`), {
    name: 'NotIamAnswer' as const,
    status: statusCode,
    location: headers['location'],
  });
}

/** The whole body of a response, however the handler hands it over. */
export async function readAll(body: unknown): Promise<Buffer> {
  if (body instanceof Uint8Array) return Buffer.from(body);
  if (typeof body === 'string') return Buffer.from(body);
  const chunks: Uint8Array[] = [];
  if (body) for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Whether an answer is one of the service that was called. */
type IsExpected = (response: Response, body: Buffer, operation: string) => boolean;

/** IAM and STS answer in XML. */
export const isFromIam: IsExpected = ({ statusCode }, body, operation) => {
  const start = body.subarray(0, 1000).toString('utf8');
  if (statusCode >= 400) return /<(?:ErrorResponse|Response|Error)[\s>]/.test(start);
  return statusCode < 300 && start.includes(`<${operation}Response`);
};

/** Access Analyzer answers in JSON; its errors name themselves in a header or in the body. */
export const isFromAnalyzer: IsExpected = ({ statusCode, headers }, body) => {
  const start = body.subarray(0, 1000).toString('utf8').trimStart();
  if (statusCode >= 400) {
    return 'x-amzn-errortype' in headers || /^\{[^]*"(?:__type|code)"/.test(start);
  }
  return statusCode < 300 && start.startsWith('{');
};

/**
 * Has a client look at an answer before the SDK reads it. The SDK takes an HTML page, an empty page
 * or any other XML with status 200 for an empty success: to it, a network's sign-in page is "deleted".
 */
export function refuseStrangers<I extends object, O extends object>(
  stack: Stack<I, O>,
  isExpected: IsExpected,
): void {
  const middleware: DeserializeMiddleware<I, O> = (next, context) => async (args) => {
    const result = await next(args);
    const response = result.response as Response;
    const body = await readAll(response.body);
    const operation = (context.commandName ?? '').replace(/Command$/, '');
    if (!isExpected(response, body, operation)) throw notIamAnswer(response);
    response.body = body;
    return result;
  };
  stack.add(middleware, { name: 'refuseStrangers', step: 'deserialize', priority: 'low' });
}
