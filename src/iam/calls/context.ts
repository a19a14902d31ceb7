import type { CallOptions } from '../account';
import type { IamClient } from '../client';
import type { Clock } from '../clock';
import { isIamError, type IamError, type IamErrorReason } from '../errors';
import type { OperationInput, OperationName, OperationOutput } from '../sdk';
import type { AccountState, EntityKey } from '../state/accountState';

/** What every call of the account works with. */
export interface AccountContext {
  client: IamClient;
  state: AccountState;
  clock: Clock;
}

/** Sends a call that names these entities: those made a moment ago may not be visible yet. */
export function callOn<K extends OperationName>(
  { client, state }: AccountContext,
  operation: K,
  input: OperationInput<K>,
  entities: EntityKey[],
  options: CallOptions = {},
): Promise<OperationOutput<K>> {
  return client.call(operation, input, {
    signal: options.signal,
    awaitsEntity: state.isNew(...entities),
  });
}

/** True for an IamError with one of these reasons. */
export function failedFor(error: unknown, ...reasons: IamErrorReason[]): error is IamError {
  return isIamError(error) && reasons.includes(error.reason);
}

/** Whether what was found after a lost answer is what the call has made, and not one that was there. */
export function isNew(
  found: { id: string; created: Date; path: string },
  expected: { before: string | undefined; notBefore: Date; path: string },
): boolean {
  const { before, notBefore, path } = expected;
  return found.id !== before && found.created >= notBefore && found.path === path;
}

/** Something was made no earlier than this: a clock may be a little off. */
const TOLERANCE_MILLISECONDS = 5_000;

/**
 * Makes something, and when the answer is lost looks whether it is there. What is found counts as
 * ours only when `isOurs` says so; else the loss is reported.
 */
export async function makeOrFind<T>(
  { clock }: AccountContext,
  make: () => Promise<T>,
  find: (notBefore: Date) => Promise<T | undefined>,
): Promise<T> {
  const notBefore = new Date(clock.now() - TOLERANCE_MILLISECONDS);
  try {
    return await make();
  } catch (error) {
    if (!failedFor(error, 'answerLost')) throw error;
    const found = await find(notBefore).catch(() => undefined);
    if (found === undefined) throw error;
    return found;
  }
}
