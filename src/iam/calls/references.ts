import type { CallOptions } from '../account';
import { untilAborted } from '../cancellation';
import { toIamError } from '../client/sdkErrors';
import type { Disposable } from '../events';
import type { Loadable, Reference, ReferenceKind } from '../model';
import type { AccountContext } from './context';

const IDLE: Loadable<Reference> = { state: 'idle', items: [] };

/** Lists of what policies name and the tree does not show: each asked for when it is wanted. */
export class References implements Disposable {
  private readonly lists = new Map<ReferenceKind, Loadable<Reference>>();
  private readonly loading = new Map<ReferenceKind, Promise<void>>();
  private readonly closing = new AbortController();

  constructor(private readonly context: AccountContext) {}

  of(kind: ReferenceKind): Loadable<Reference> {
    return this.lists.get(kind) ?? IDLE;
  }

  /** @throws IamError */
  load(kind: ReferenceKind, options: CallOptions = {}): Promise<void> {
    const loading =
      this.loading.get(kind) ?? this.run(kind).finally(() => this.loading.delete(kind));
    this.loading.set(kind, loading);
    // Who asked first may leave: the others still wait for it.
    return untilAborted(loading, options.signal);
  }

  /** What was loaded stays until it is asked for anew. What failed stays failed: a refusal is remembered. */
  outdate(): void {
    for (const [kind, list] of this.lists) {
      if (list.state === 'ready') this.lists.set(kind, { ...list, state: 'idle' });
    }
  }

  dispose(): void {
    this.closing.abort();
  }

  private async run(kind: ReferenceKind): Promise<void> {
    const { items } = this.of(kind);
    this.show(kind, { state: 'loading', items });
    try {
      const { listReferences } = await import('../sdk');
      const options = { signal: this.closing.signal };
      const found = await listReferences(kind, this.context.client, options);
      this.show(kind, { state: 'ready', items: found });
    } catch (raw) {
      const error = toIamError(raw);
      this.show(kind, { state: 'failed', items, error });
      throw error;
    }
  }

  private show(kind: ReferenceKind, list: Loadable<Reference>): void {
    this.lists.set(kind, list);
    this.context.state.fire({ kind: 'references', of: kind });
  }
}
