import type { Account } from './account';
import type { Caller } from './caller';
import { type Input, type Parameters, readInput } from './parameters';
import type { QueryForm } from './query';
import type { XmlValue } from './xml';

/** What an operation is given beside its input. */
export interface Call {
  account: Account;
  caller: Caller;
  now: Date;
}

export type Result = { readonly [name: string]: XmlValue };

export interface Operation {
  /** Whether it changes the account. */
  writes: boolean;
  /**
   * Carries a call out, all at once or, when it throws a ServiceError, not at all: everything is
   * checked before anything is changed.
   */
  run(call: Call, form: QueryForm): Result | undefined;
}

export type OperationTable = Readonly<Record<string, Operation>>;

/** An operation that only looks. */
export function read<P extends Parameters>(
  parameters: P,
  run: (call: Call, input: Input<P>) => Result,
): Operation {
  return { writes: false, run: (call, form) => run(call, readInput(form, parameters)) };
}

/** An operation that changes the account; it answers nothing when `run` gives nothing. */
export function write<P extends Parameters>(
  parameters: P,
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- a function without a return
  run: (call: Call, input: Input<P>) => Result | void,
): Operation {
  return {
    writes: true,
    run: (call, form) => run(call, readInput(form, parameters)) ?? undefined,
  };
}
