import { Account } from './account';
import type { AwsPolicies } from './awsPolicies';
import type { AccountState } from './state';

/** Where the state of the account is kept. */
export interface Store {
  read(): Promise<Account>;
  /**
   * Runs `apply` on the newest state and keeps what it changed; changes follow one another. Rejects
   * with a ServiceError when the state cannot be kept: then nothing has changed.
   */
  change<T>(apply: (account: Account) => T): Promise<T>;
  /** Replaces the whole state. */
  replace(state: AccountState): Promise<void>;
}

/** Keeps the state in this process. */
export class MemoryStore implements Store {
  private account: Account;

  constructor(
    state: AccountState,
    private readonly awsPolicies: AwsPolicies,
  ) {
    this.account = new Account(state, awsPolicies);
  }

  read(): Promise<Account> {
    return Promise.resolve(this.account);
  }

  change<T>(apply: (account: Account) => T): Promise<T> {
    return Promise.resolve(apply(this.account));
  }

  replace(state: AccountState): Promise<void> {
    this.account = new Account(state, this.awsPolicies);
    return Promise.resolve();
  }
}
