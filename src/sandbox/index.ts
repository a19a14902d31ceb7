import { setTimeout as sleep } from 'node:timers/promises';
import {
  AnalyzerService,
  analyzerOperation,
  analyzerRefusal,
  analyzerSuccess,
  isAnalyzerCall,
} from './accessAnalyzer';
import { AwsPolicies } from './awsPolicies';
import { identify, noteUse, readCredentialScope, usesKey } from './caller';
import type { Account } from './account';
import { ServiceError } from './errors';
import { Faults, connectionLost } from './faults';
import { FileStore } from './fileStore';
import { newRequestId } from './identifiers';
import type { Call, Result } from './operation';
import { SERVICES } from './operations';
import { QueryForm } from './query';
import { errorResponse, htmlResponse, successResponse } from './responses';
import { sampleAccount } from './sampleAccount';
import type { Fault, Sandbox, SandboxOptions, SandboxRequest, SandboxResponse } from './sandbox';
import { type AccountState, emptyAccount } from './state';
import { MemoryStore, type Store } from './store';

export const DEFAULT_ACCOUNT_ID = '111122223333';
const IAM_VERSION = '2010-05-08';

/**
 * Opens a practice account.
 * Rejects when the account id is not twelve digits, or a file that is named cannot be read.
 */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const now = options.now ?? (() => new Date());
  const accountId = options.state?.accountId ?? options.accountId ?? DEFAULT_ACCOUNT_ID;
  if (!/^\d{12}$/.test(accountId))
    throw new Error(`An account id has 12 digits, not “${accountId}”.`);
  let first = options.state ?? firstState(options, accountId, now());
  const initial = () => structuredClone(first);
  const store = await openStore(options, initial);
  const { state } = await store.read();
  if (options.accountId !== undefined && options.accountId !== state.accountId) {
    throw new Error(
      `The state file belongs to account ${state.accountId}, not to ${options.accountId}.`,
    );
  }
  // A state file knows its account; a reset must not turn it into another.
  if (state.accountId !== accountId) first = firstState(options, state.accountId, now());
  return new AccountSandbox(store, initial, options, now, state.accountId);
}

async function openStore(options: SandboxOptions, initial: () => AccountState): Promise<Store> {
  const awsPolicies = options.managedPoliciesFile
    ? await AwsPolicies.open(options.managedPoliciesFile)
    : AwsPolicies.none;
  if (options.stateFile === undefined) return new MemoryStore(initial(), awsPolicies);
  const onNotice = options.onNotice ?? (() => undefined);
  return new FileStore({ file: options.stateFile, initial, awsPolicies, onNotice });
}

function firstState(options: SandboxOptions, accountId: string, now: Date): AccountState {
  return options.empty ? emptyAccount(accountId, now) : sampleAccount(accountId, now);
}

/** A call as its service's protocol reads and answers it. */
interface Exchange {
  /** Operation name, by which faults are aimed. */
  operation: string;
  carryOut(requestId: string): Promise<SandboxResponse>;
  refuse(error: ServiceError, requestId: string): SandboxResponse;
}

class AccountSandbox implements Sandbox {
  private readonly faults = new Faults();
  private readonly analyzer: AnalyzerService;

  constructor(
    private readonly store: Store,
    private readonly initial: () => AccountState,
    private readonly options: SandboxOptions,
    private readonly now: () => Date,
    readonly accountId: string,
  ) {
    this.analyzer = new AnalyzerService(options.catalogFile);
  }

  async handle(request: SandboxRequest): Promise<SandboxResponse> {
    if (this.options.delay) await sleep(this.options.delay);
    const exchange = isAnalyzerCall(request) ? this.analyze(request) : this.query(request);
    const effect = this.faults.take(exchange.operation);
    if (effect?.kind === 'lostBefore') throw connectionLost();
    if (effect?.kind === 'html') return htmlResponse(effect.status ?? 200);
    if (effect?.kind === 'delay') await sleep(effect.milliseconds);
    const requestId = newRequestId();
    if (effect?.kind === 'error') {
      const error = new ServiceError(effect.status, effect.code, effect.message);
      return exchange.refuse(error, requestId);
    }
    const response = await exchange
      .carryOut(requestId)
      .catch((error: unknown) => exchange.refuse(asServiceError(error), requestId));
    if (effect?.kind === 'lostAfter') throw connectionLost();
    return response;
  }

  async reset(): Promise<void> {
    this.faults.clear();
    await this.store.replace(this.initial());
  }

  addFault(fault: Fault): void {
    this.faults.add(fault);
  }

  clearFaults(): void {
    this.faults.clear();
  }

  /** IAM and STS. */
  private query({ body, authorization }: SandboxRequest): Exchange {
    const form = new QueryForm(body);
    return {
      operation: form.text('Action') ?? '',
      carryOut: async (requestId) => {
        const { action, namespace, operation } = findOperation(form);
        const result = await this.asCaller(authorization, operation.writes, (call) =>
          operation.run(call, form),
        );
        return successResponse(action, namespace, result, requestId);
      },
      refuse: (error, requestId) => errorResponse(error, namespaceOf(form), requestId),
    };
  }

  /** IAM Access Analyzer: nothing of the account is read but whose key it is. */
  private analyze(request: SandboxRequest): Exchange {
    return {
      operation: analyzerOperation(request),
      carryOut: async (requestId) => {
        await this.asCaller(request.authorization, false, () => undefined);
        return analyzerSuccess(await this.analyzer.answer(request), requestId);
      },
      refuse: analyzerRefusal,
    };
  }

  private async asCaller(
    authorization: string | undefined,
    writes: boolean,
    carryOut: (call: Call) => Result | undefined,
  ): Promise<Result | undefined> {
    const scope = readCredentialScope(authorization);
    const now = this.now();
    const run = (account: Account) => {
      const caller = identify(account, scope, now, this.options.keyPropagation ?? 0);
      return carryOut({ account, caller, now });
    };
    const account = await this.store.read();
    if (!writes && !usesKey(account, scope, now)) return run(account);
    return this.store.change((current) => {
      const result = run(current);
      if (scope) noteUse(current, scope, now);
      return result;
    });
  }
}

function findOperation(form: QueryForm) {
  const action = form.text('Action');
  const version = form.text('Version') ?? IAM_VERSION;
  if (action === undefined) {
    throw new ServiceError(400, 'MissingAction', 'Missing Action');
  }
  const service = SERVICES.get(version);
  const operation =
    service && Object.hasOwn(service.operations, action) ? service.operations[action] : undefined;
  if (!service || !operation) {
    throw new ServiceError(
      400,
      'InvalidAction',
      `Could not find operation ${action} for version ${version}`,
    );
  }
  return { action, namespace: service.namespace, operation };
}

function namespaceOf(form: QueryForm): string {
  const service = SERVICES.get(form.text('Version') ?? IAM_VERSION) ?? SERVICES.get(IAM_VERSION);
  return service?.namespace ?? '';
}

function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const reason = error instanceof Error ? error.message : 'unknown';
  return new ServiceError(500, 'InternalFailure', `The practice account failed: ${reason}`);
}
