import { AccountModel } from '../../../src/iam/accountModel';
import { IamClient, type CallLog, type IamClientOptions } from '../../../src/iam/client';
import type { Clock } from '../../../src/iam/clock';
import { cancelled } from '../../../src/iam/cancellation';
import type { AccountChange } from '../../../src/iam/model';
import type { RequestHandler } from '../../../src/iam/sdk';
import { openSandbox } from '../../../src/sandbox/index';
import { sandboxRequestHandler } from '../../../src/sandbox/requestHandler';
import type { Sandbox, SandboxOptions } from '../../../src/sandbox/sandbox';

/** A clock on which a sleep takes no time but the time on it. */
export class TestClock implements Clock {
  time = Date.now();
  readonly sleeps: number[] = [];
  now(): number {
    return this.time;
  }
  random(): number {
    return 0.5;
  }
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(cancelled());
    this.sleeps.push(milliseconds);
    this.time += milliseconds;
    return Promise.resolve();
  }
}

export interface Practice {
  sandbox: Sandbox;
  client: IamClient;
  account: AccountModel;
  clock: TestClock;
  log: CallLog[];
  changes: AccountChange[];
  /** Operations that were answered or failed, in order. */
  calls: () => string[];
}

/** The real client, SDK and account model over a sandbox of this process. */
export async function openPractice(
  sandboxOptions: SandboxOptions = { empty: true },
  clientOptions: Partial<IamClientOptions> = {},
): Promise<Practice> {
  const clock = new TestClock();
  const sandbox = await openSandbox({ now: () => new Date(clock.time), ...sandboxOptions });
  const log: CallLog[] = [];
  const client = new IamClient({
    region: 'us-east-1',
    readOnly: false,
    readCredentials: () =>
      Promise.resolve({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'practice' }),
    requestHandler: () => Promise.resolve(sandboxRequestHandler(sandbox) as RequestHandler),
    log: (entry) => log.push(entry),
    clock,
    ...clientOptions,
  });
  const account = new AccountModel(client, clock);
  const changes: AccountChange[] = [];
  account.onDidChange((change) => changes.push(change));
  return {
    sandbox,
    client,
    account,
    clock,
    log,
    changes,
    calls: () => log.map(({ operation }) => operation),
  };
}

/** A client whose network is this function. */
export function scriptedClient(
  answer: (body: string, attempt: number) => Promise<ScriptedAnswer> | ScriptedAnswer,
  options: Partial<IamClientOptions> = {},
): { client: IamClient; log: CallLog[]; clock: TestClock; bodies: string[] } {
  const log: CallLog[] = [];
  const clock = new TestClock();
  const bodies: string[] = [];
  const handler = {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (
      request: { body: string | Uint8Array },
      { abortSignal }: { abortSignal?: AbortSignal } = {},
    ) => {
      const body =
        request.body instanceof Uint8Array ? new TextDecoder().decode(request.body) : request.body;
      bodies.push(body);
      const given = await Promise.race([
        Promise.resolve(answer(body, bodies.length)),
        new Promise<never>((_, reject) => {
          abortSignal?.addEventListener('abort', () =>
            reject(Object.assign(new Error('aborted'), { name: 'AbortError' })),
          );
        }),
      ]);
      const { status = 200, headers = {}, text } = given;
      return { response: { statusCode: status, headers, body: Buffer.from(text) } };
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => undefined,
  };
  const client = new IamClient({
    region: 'us-east-1',
    readOnly: false,
    readCredentials: () => Promise.resolve({ accessKeyId: 'AKIATEST', secretAccessKey: 'secret' }),
    requestHandler: () => Promise.resolve(handler as unknown as RequestHandler),
    log: (entry) => log.push(entry),
    clock,
    ...options,
  });
  return { client, log, clock, bodies };
}

export interface ScriptedAnswer {
  status?: number;
  headers?: Record<string, string>;
  text: string;
}

export function errorAnswer(status: number, code: string, message: string): ScriptedAnswer {
  return {
    status,
    headers: { 'x-amzn-requestid': 'request-1' },
    text: `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>request-1</RequestId></ErrorResponse>`,
  };
}

/** An answer of an operation without a result. */
export function emptyAnswer(operation: string): ScriptedAnswer {
  return {
    text: `<${operation}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><ResponseMetadata><RequestId>request-2</RequestId></ResponseMetadata></${operation}Response>`,
  };
}

export function resultAnswer(operation: string, result: string): ScriptedAnswer {
  return {
    text: `<${operation}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${operation}Result>${result}</${operation}Result><ResponseMetadata><RequestId>request-2</RequestId></ResponseMetadata></${operation}Response>`,
  };
}

export function lost(code = 'ECONNRESET'): Error {
  return Object.assign(new Error('socket hang up'), { code });
}
