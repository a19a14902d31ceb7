import type { S3Access } from './buckets';
import { cancelled, throwIfCancelled, underSignals, untilAborted } from './cancellation';
import { finalError, timedOut } from './client/lostAnswer';
import { systemClock, type Clock } from './clock';
import { CredentialCache } from './connection/credentialCache';
import { IamError, type IamErrorReason } from './errors';
import type { Disposable } from './events';
import { Limiter } from './client/limiter';
import {
  changesNothing,
  isRemoval,
  isSentOnce,
  isWrite,
  repeatability,
  secretsOf,
} from './client/operationRules';
import { mayHaveTakenEffect, retryDelay, type FailedAttempt } from './client/retry';
import { toIamError } from './client/sdkErrors';
import type {
  Credentials,
  OperationInput,
  OperationName,
  OperationOutput,
  RequestHandler,
  SdkClients,
} from './sdk';

const PARALLEL_CALLS = 4;
const ATTEMPT_MILLISECONDS = 60_000;

/** What is told of each attempt. Never its input or its answer: they may hold secrets. */
export interface CallLog {
  operation: string;
  attempt: number;
  milliseconds: number;
  outcome: 'ok' | IamErrorReason;
  requestId?: string;
}

export interface IamClientOptions {
  region: string;
  /** Absent: AWS's own. */
  endpoint?: string;
  stsEndpoint?: string;
  /** Absent: buckets are not asked for. */
  s3?: S3Access;
  /** Where IAM Access Analyzer is; absent: in the same place. */
  analyzer?: { region: string; endpoint?: string };
  useFipsEndpoint?: boolean;
  /** Refuses every write before it is sent. */
  readOnly: boolean;
  /** Reads the credentials anew; kept here until they expire or {@link IamClient.renew} is called. */
  readCredentials: () => Promise<Credentials>;
  /** Answers the calls in place of the network. Asked for with the first call. */
  requestHandler?: () => Promise<RequestHandler>;
  log?: (entry: CallLog) => void;
  clock?: Clock;
  /** For one attempt; 60 seconds when absent. */
  timeoutMilliseconds?: number;
}

export interface ClientCallOptions {
  /** Reads stop at once; a write can be cancelled only until it is sent. */
  signal?: AbortSignal;
  /** What is named was made a moment ago: NoSuchEntity is repeated for ten seconds. */
  awaitsEntity?: boolean;
}

/** A call under way. */
interface Call<K extends OperationName> {
  operation: K;
  input: OperationInput<K>;
  options: ClientCallOptions;
  repeatability: FailedAttempt['repeatability'];
}

/**
 * The only way to IAM, STS and Access Analyzer: guards read-only connections, lets four calls run at once, repeats
 * what may be repeated, and turns every failure into an IamError.
 */
export class IamClient implements Disposable {
  private readonly limiter = new Limiter(PARALLEL_CALLS);
  private readonly closing = new AbortController();
  private readonly clock: Clock;
  private readonly credentials: CredentialCache;
  private readonly clients = new Map<boolean, Promise<SdkClients>>();

  constructor(private readonly options: IamClientOptions) {
    this.clock = options.clock ?? systemClock;
    this.credentials = new CredentialCache(options.readCredentials, this.clock);
  }

  /**
   * Sends one operation.
   * @throws IamError; `answerLost` when a call that must not be repeated may have been carried out.
   */
  async call<K extends OperationName>(
    operation: K,
    input: OperationInput<K>,
    options: ClientCallOptions = {},
  ): Promise<OperationOutput<K>> {
    if (this.options.readOnly && isWrite(operation)) {
      throw new IamError('readOnly', 'This connection is read-only: nothing was sent.', {
        operation,
        advice: 'Turn read-only mode off for this connection in the settings.',
      });
    }
    const call = { operation, input, options, repeatability: repeatability(operation, input) };
    return underSignals([this.closing.signal, options.signal], (signal) =>
      this.limiter.run(() => this.repeat(call, signal), signal),
    );
  }

  /** Where IAM Access Analyzer is called. */
  get analyzer(): { region: string; endpoint?: string } {
    return this.options.analyzer ?? this.options;
  }

  /** Forgets the credentials: the next call reads them anew. */
  renew(): void {
    this.credentials.reset();
  }

  /** A client for the same endpoint with other credentials, such as those of a new key. */
  withCredentials(credentials: Credentials): IamClient {
    return new IamClient({ ...this.options, readCredentials: () => Promise.resolve(credentials) });
  }

  /** Stops reads and what waits; a write that was sent goes on to its end. */
  dispose(): void {
    this.closing.abort();
  }

  private async repeat<K extends OperationName>(
    call: Call<K>,
    signal: AbortSignal,
  ): Promise<OperationOutput<K>> {
    const started = this.clock.now();
    let inDoubt = false;
    for (let number = 1; ; number++) {
      try {
        return await this.logged(call, number, signal);
      } catch (raw) {
        const error = raw as IamError;
        // An earlier attempt may have removed it already: then it is done.
        if (inDoubt && error.details.code === 'NoSuchEntity' && isRemoval(call.operation)) {
          return { $metadata: {} } as OperationOutput<K>;
        }
        inDoubt ||= mayHaveTakenEffect(error);
        // A write in doubt is followed to its end, so that nobody is told that nothing happened.
        if (inDoubt && !changesNothing(call.repeatability)) signal = new AbortController().signal;
        await this.beforeNext(call, { error, number, elapsed: this.clock.now() - started }, signal);
      }
    }
  }

  /** Waits until the next attempt, or throws when there is none. */
  private async beforeNext<K extends OperationName>(
    call: Call<K>,
    failed: Pick<FailedAttempt, 'error' | 'number' | 'elapsed'>,
    signal: AbortSignal,
  ): Promise<void> {
    const { error } = failed;
    if (/^(?:expired|credentialsRejected|noCredentials)$/.test(error.reason)) this.renew();
    const attempt = {
      ...failed,
      repeatability: call.repeatability,
      awaitsEntity: call.options.awaitsEntity ?? false,
    };
    const delay = retryDelay(attempt, () => this.clock.random());
    if (delay === undefined) throw finalError(error, call.operation, call.repeatability);
    await this.clock.sleep(delay, signal);
  }

  private async logged<K extends OperationName>(
    call: Call<K>,
    attempt: number,
    signal: AbortSignal,
  ): Promise<OperationOutput<K>> {
    const started = this.clock.now();
    const log = (outcome: CallLog['outcome'], requestId?: string): void =>
      this.options.log?.({
        operation: call.operation,
        attempt,
        milliseconds: this.clock.now() - started,
        outcome,
        requestId,
      });
    try {
      const output = await this.attempt(call, signal);
      log('ok', output.$metadata.requestId);
      return output;
    } catch (raw) {
      const { operation, input } = call;
      const error = toIamError(raw, { operation, secrets: secretsOf(input) });
      log(error.reason, error.details.requestId);
      throw error;
    }
  }

  private async attempt<K extends OperationName>(
    call: Call<K>,
    signal: AbortSignal,
  ): Promise<OperationOutput<K>> {
    // Before the call is sent: a failure here leaves nothing in doubt, and a person may take time.
    const clients = await this.clientsFor(!isSentOnce(call.repeatability));
    await untilAborted(this.credentials.get(), signal);
    throwIfCancelled(signal, call.operation);
    const limit = new AbortController();
    const milliseconds = this.options.timeoutMilliseconds ?? ATTEMPT_MILLISECONDS;
    const timer = setTimeout(() => limit.abort(), milliseconds);
    const stop = (): void => limit.abort();
    const leaving = changesNothing(call.repeatability);
    if (leaving) signal.addEventListener('abort', stop, { once: true });
    try {
      const sent = clients.send(call.operation, call.input, limit.signal);
      return await untilAborted(sent, limit.signal);
    } catch (error) {
      if (!limit.signal.aborted) throw error;
      throw signal.aborted && leaving
        ? cancelled(call.operation)
        : timedOut(call.operation, milliseconds);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }

  private clientsFor(keepAlive: boolean): Promise<SdkClients> {
    const known = this.clients.get(keepAlive);
    if (known) return known;
    const made = this.makeClients(keepAlive);
    this.clients.set(keepAlive, made);
    made.catch(() => this.clients.delete(keepAlive));
    return made;
  }

  private async makeClients(keepAlive: boolean): Promise<SdkClients> {
    const { requestHandler, useFipsEndpoint = false, ...options } = this.options;
    const { createSdkClients } = await import('./sdk');
    return createSdkClients({
      region: options.region,
      endpoint: options.endpoint,
      stsEndpoint: options.stsEndpoint,
      s3: options.s3,
      analyzer: this.analyzer,
      useFipsEndpoint,
      keepAlive,
      requestHandler: await requestHandler?.(),
      credentials: () => this.credentials.get(),
    });
  }
}
