import type { ActiveAccount, Connections } from '../services';

/**
 * The number of the connected account, once it is known: a check of a policy connects nothing and
 * waits for nothing, so it is asked for only when the account has been loaded anyway.
 */
export class KnownAccount {
  private readonly numbers = new WeakMap<ActiveAccount['account'], string | undefined>();

  constructor(private readonly connections: Pick<Connections, 'active'>) {}

  get id(): string | undefined {
    const account = this.connections.active?.account;
    if (account?.users.state !== 'ready') return undefined;
    if (!this.numbers.has(account)) this.ask(account);
    return this.numbers.get(account);
  }

  private ask(account: ActiveAccount['account']): void {
    this.numbers.set(account, undefined);
    account.identity().then(
      ({ accountId }) => this.numbers.set(account, accountId),
      // What failed is told where the account is shown.
      () => undefined,
    );
  }
}
