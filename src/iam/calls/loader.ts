import type { CallOptions } from '../account';
import type { AccountContext } from './context';
import { CHANGES, loadParts, type Load, type PartName } from './load';
import { pages } from './paging';
import { cancelled, untilAborted } from '../cancellation';
import type { IamError } from '../errors';
import type { Disposable } from '../events';
import { toIamError } from '../client/sdkErrors';
import type { Things } from '../state/accountState';
import { narrowPolicy } from '../state/narrow';
import { NameIndex } from '../state/nameIndex';

const PARTS: readonly PartName[] = ['groups', 'users', 'policies'];

function emptyThings(credentials: Things['credentials']): Things {
  return {
    users: new NameIndex((user) => user.name),
    groups: new NameIndex((group) => group.name),
    policies: new NameIndex((policy) => policy.arn),
    credentials,
  };
}

interface Running {
  abort: AbortController;
  done: Promise<void>;
}

/**
 * Loads the account. The first load shows its pages as they come; a later one shows what was there
 * until it is complete, so that nothing flickers. The newest load wins, whichever ends last.
 */
export class Loader implements Disposable {
  private newest: Running | undefined;
  private readonly complete = new Set<PartName>();
  private loadingAws: Promise<void> | undefined;

  constructor(private readonly context: AccountContext) {}

  /** @throws IamError `cancelled`, or the first part's error when no part could be loaded. */
  async load(options: CallOptions = {}): Promise<void> {
    const abort = new AbortController();
    const previous = this.newest;
    const own = { abort, done: this.run(abort.signal) };
    this.newest = own;
    previous?.abort.abort();
    const stop = (): void => abort.abort();
    options.signal?.addEventListener('abort', stop, { once: true });
    if (options.signal?.aborted) stop();
    try {
      await this.newestDone(own, options.signal);
    } catch (error) {
      if (this.newest === own) this.fail(toIamError(error));
      throw error;
    } finally {
      options.signal?.removeEventListener('abort', stop);
    }
  }

  /** A load that a newer one has taken over ends with that: what it gives is what was asked for. */
  private async newestDone(load: Running, signal: AbortSignal | undefined): Promise<void> {
    try {
      await untilAborted(load.done, signal);
    } catch (error) {
      if (this.newest === undefined || this.newest === load || signal?.aborted) throw error;
      await this.newestDone(this.newest, signal);
    }
  }

  async loadAwsPolicies(options: CallOptions = {}): Promise<void> {
    this.loadingAws ??= this.runAws(options).finally(() => (this.loadingAws = undefined));
    return this.loadingAws;
  }

  dispose(): void {
    this.newest?.abort.abort();
  }

  private async run(signal: AbortSignal): Promise<void> {
    const { state, clock } = this.context;
    const into = emptyThings(state.things.credentials);
    const knownBefore = new Map(state.things.credentials);
    const shown = new Set<PartName>(PARTS.filter((part) => state[part].items.length === 0));
    const load: Load = {
      context: this.context,
      signal,
      asked: clock.now(),
      into,
      grown: () => undefined,
    };
    load.grown = (part) => {
      if (signal.aborted || !shown.has(part)) return;
      this.show(into, part);
    };
    // Listeners hear of it after load() has made this the newest.
    await Promise.resolve();
    for (const part of PARTS) state[part].state = 'loading';
    state.fire(...PARTS.map((part) => CHANGES[part]));
    const failures = await loadParts(load);
    if (signal.aborted) throw cancelled('GetAccountAuthorizationDetails');
    state.replay(load.asked, into);
    for (const part of PARTS) {
      const error = failures[part];
      // A part that failed keeps what it showed.
      if (!error || into[part].items.length > 0) this.show(into, part, false);
      state[part].state = error ? 'failed' : 'ready';
      if (!error) this.complete.add(part);
      state[part].error = error;
    }
    this.forget(knownBefore);
    state.fire({ kind: 'all' });
    const [first] = Object.values(failures);
    if (first && PARTS.every((part) => failures[part])) throw first;
  }

  /** Keys and certificates that were known before this load are asked for anew when they are shown. */
  private forget(before: Things['credentials']): void {
    const { credentials } = this.context.state.things;
    for (const [userName, known] of before) {
      if (credentials.get(userName) === known) credentials.delete(userName);
    }
  }

  private show(into: Things, part: PartName, tell = true): void {
    const { state } = this.context;
    if (part === 'users') state.things.users = into.users;
    else if (part === 'groups') state.things.groups = into.groups;
    else state.things.policies = into.policies;
    if (tell) state.fire(CHANGES[part]);
  }

  /** What ended before its parts were told apart: all of those that still wait. */
  private fail(error: IamError): void {
    const { state } = this.context;
    for (const part of PARTS) {
      if (state[part].state !== 'loading') continue;
      const stays = error.reason === 'cancelled' && this.complete.has(part);
      state[part].state = stays ? 'ready' : 'failed';
      state[part].error = stays ? undefined : error;
    }
    state.fire({ kind: 'all' });
  }

  private async runAws(options: CallOptions): Promise<void> {
    const { state, client } = this.context;
    const part = state.awsPolicies;
    const index = new NameIndex<(typeof part.items)[number]>((policy) => policy.arn);
    part.state = 'loading';
    part.error = undefined;
    state.fire({ kind: 'managedPolicies' });
    try {
      const input = { Scope: 'AWS' as const };
      for await (const page of pages(client, 'ListPolicies', input, options)) {
        index.set(...(page.Policies ?? []).map(narrowPolicy));
        if (state.awsIndex.items.length <= index.items.length) state.awsIndex = index;
        state.fire({ kind: 'managedPolicies' });
      }
      state.awsIndex = index;
      part.state = 'ready';
    } catch (error) {
      part.state = 'failed';
      part.error = toIamError(error);
      throw part.error;
    } finally {
      state.fire({ kind: 'managedPolicies' });
    }
  }
}
